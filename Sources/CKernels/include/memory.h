#pragma once

/// Gives pages of freed memory back to the system, those between blocks that stay too.
void nn_release_memory(void);
