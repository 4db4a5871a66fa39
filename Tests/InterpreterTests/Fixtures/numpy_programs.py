"""Random programs on shapes, indices, joining, sorting and creation, with what NumPy makes of them: numpy_programs.txt.

    python3 numpy_programs.py > numpy_programs.txt

A line is: kind, the program, repr of its r ("!" for an error), with tabs between and \\n, \\t, \\\\ written out. More programs, other ones:
numpy_programs.py SEED COUNT.
"""
import random
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
count = int(sys.argv[2]) if len(sys.argv) > 2 else 0
R = random.Random(seed)
def c(*a): return R.choice(a)
def shape(maxd=4,maxe=4,mind=0):
    d=R.randint(mind,maxd); return tuple(R.choice([0,1,1,2,2,3,3,4][ (0 if R.random()<.15 else 1):]) for _ in range(d))
def size(s):
    n=1
    for e in s:n*=e
    return n
def arr(s,dt=None,vals=None):
    dt=dt or c("int","float","bool")
    n=size(s)
    if dt=="int": v=[R.randint(-4,6) for _ in range(n)]
    elif dt=="float": v=[R.choice([0.5,-1.25,2.0,3.75,-0.0,7.5,float(R.randint(-3,3))]) for _ in range(n)]
    else: v=[R.random()<.5 for _ in range(n)]
    return f"np.array({v}, dtype={dt}).reshape({s})"
def viewed(s,nm="a"):
    """source lines making variable nm with possibly a view; returns (lines, shape)"""
    lines=f"{nm} = {arr(s)}\n"
    for _ in range(R.randint(0,2)):
        k=R.randint(0,4)
        if k==0: lines+=f"{nm} = {nm}.T\n"; s=s[::-1]
        elif k==1 and s:
            ax=R.randrange(len(s)); st=c(None,0,1,-1,-2); sp=c(None,1,2,-1,3); step=c(1,2,-1,-2)
            sl=f"{'' if st is None else st}:{'' if sp is None else sp}:{step}"
            lines+=f"{nm} = {nm}[{', '.join([':']*ax+[sl])}]\n"
            s=s[:ax]+(len(range(*slice(st,sp,step).indices(s[ax]))),)+s[ax+1:]
        elif k==2 and len(s)>1:
            i,j=R.randrange(len(s)),R.randrange(len(s)); lines+=f"{nm} = {nm}.swapaxes({i}, {j})\n"; t=list(s); t[i],t[j]=t[j],t[i]; s=tuple(t)
    return lines,s
def index(s):
    """index text"""
    parts=[]; d=0; rem=list(s); adv=None; ell=False
    while True:
        r=R.random()
        if d>=len(s) and r<.75: break
        k=R.random()
        if k<.08: parts.append("None"); continue
        if k<.16 and not ell:
            parts.append("..."); ell=True
            skip=R.randint(0,len(s)-d) if d<len(s) else 0
            d=max(d, R.randint(d,len(s)))
            if R.random()<.3: break
            continue
        if d>=len(s):
            if R.random()<.05: parts.append("0"); d+=1
            break
        e=s[d]
        bad=R.random()<.04
        if k<.4: parts.append(str(R.randint(-e-(1 if bad else 0),e-1+(1 if bad else 0)) if e or bad else 0)); d+=1
        elif k<.6:
            st=c("",0,1,2,-1,-2,-5,7); sp=c("",0,1,2,-1,-2,5); step=c("","",1,2,-1,-2,3)
            parts.append(f"{st}:{sp}" + (f":{step}" if step!="" else "")); d+=1
        elif k<.85:
            if adv is None or R.random()<.1: adv=c((R.randint(1,3),),(R.randint(1,3),),(2,R.randint(1,3)),(),(1,),(0,))
            sh=adv
            if R.random()<.25 and sh: sh=sh[1:]
            if R.random()<.2: sh=tuple(c(1,x) for x in sh)
            n=size(sh)
            v=[R.randint(-e-(1 if bad else 0),e-1+(1 if bad else 0)) if e else 0 for _ in range(n)]
            a=np.array(v,dtype=int).reshape(sh)
            parts.append(str(a.tolist()) if R.random()<.5 and a.ndim and a.size else f"np.array({a.tolist()}, dtype=int)"); d+=1
        elif k<.97:
            m=R.randint(1,min(2,len(s)-d)); ms=s[d:d+m]
            if bad: ms=ms[:-1]+(ms[-1]+1,)
            pick=R.random()
            v=[(R.random()<.5) for _ in range(size(ms))]
            if adv and R.random()<.6 and size(ms)>=size(adv) :
                v=[False]*size(ms)
                for i in R.sample(range(size(ms)),size(adv)): v[i]=True
            parts.append(f"np.array({np.array(v,dtype=bool).reshape(ms).tolist()}, dtype=bool)" + (f".reshape({ms})" if size(ms)==0 else "")); d+=m
        else: parts.append(c("True","False"))
        if R.random()<.12: break
    if not parts: parts=[c("...",":","()")] if s else ["()"]
    return ", ".join(parts)
def g_item():
    l,s=viewed(shape(mind=0)); return l+f"r = a[{index(s)}]\n"
def g_set():
    l,s=viewed(shape(mind=1)); ix=index(s)
    src=l
    try:
        env={"np":np}; exec(l,env); sel=env["a"][eval(f"np.s_[{ix}]",env)]; vs=np.shape(sel)
    except Exception: vs=()
    vs=tuple(vs)
    k=R.random()
    if k<.3: v=c("7","2.75","True","-3")
    else:
        if R.random()<.3 and vs: vs=vs[R.randint(0,len(vs)):]
        if R.random()<.3: vs=tuple(c(1,x) for x in vs)
        if R.random()<.1: vs=(1,)+vs
        if R.random()<.05: vs=vs+(2,)
        if R.random()<.2 and len(vs)<=4: v=None
        v=arr(vs)
    return l+f"a[{ix}] = {v}\nr = a\n"
def g_alias():
    l,s=viewed(shape(mind=1,maxd=3)); l2=f"b = a[{index(s)}]\n"
    return l+l2+"b[...] = 5\nr = a\n"
def g_overlap():
    n=R.randint(2,8); i,j=R.randint(0,n-1),R.randint(0,n-1); m=R.randint(1,n-max(i,j))
    st=c("",":-1")
    return f"a = np.arange({n})\na[{i}:{i+m}] = a[{j}:{j+m}]{'[::-1]' if R.random()<.5 else ''}\nr = a\n"
def g_aug():
    n,k=R.randint(1,5),R.randint(1,4); y=[R.randrange(k) for _ in range(n)]
    return f"p = {arr((n,k),'float')}\np[range({n}), {y}] -= 1\np[p < 0] *= 2\np[:, 0] += 3\nr = p\n"
def newshape(s):
    n=size(s); fs=[]
    while len(fs)<R.randint(1,4):
        ds=[d for d in range(1,n+1) if n%d==0] if n else [0,1,2]
        d=R.choice(ds or [1]); fs.append(d); n=n//d if d else 0
        if n==0: break
    if n>1: fs.append(n)
    R.shuffle(fs)
    if R.random()<.4 and fs: fs[R.randrange(len(fs))]=-1
    if R.random()<.05: fs.append(2)
    return tuple(fs)
def g_reshape():
    l,s=viewed(shape()); 
    f=f"r = a.reshape({newshape(s)})\n" if R.random()<.7 else f"r = np.reshape(a, {newshape(s)}, order='{c('C','F')}')\n"
    return l+f
def g_reshape_alias():
    l,s=viewed(shape(mind=1)); return l+f"b = a.reshape({newshape(s)})\nb[...] = 9\nr = a\n"
def g_axes():
    l,s=viewed(shape()); n=len(s); ax=lambda e=0: R.randint(-n-e,n-1+e)
    k=R.randint(0,9)
    perm=list(range(n)); R.shuffle(perm)
    return l+"r = "+[lambda:f"np.transpose(a, {tuple(perm)})",lambda:f"a.transpose({', '.join(map(str,perm))})",lambda:f"np.moveaxis(a, {ax()}, {ax()})",lambda:f"np.squeeze(a)",
     lambda:f"np.squeeze(a, axis={ax()})",lambda:f"np.expand_dims(a, {ax(1)})",lambda:f"np.expand_dims(a, ({R.randint(0,n+1)}, {R.randint(-n-2,n+1)}))",lambda:f"np.swapaxes(a, {ax()}, {ax()})",
     lambda:f"np.atleast_{c(1,2)}d(a)",lambda:"a.T"][k]()+"\n"
def g_flip():
    l,s=viewed(shape(mind=1)); n=len(s); ax=lambda: R.randint(-n,n-1)
    return l+"r = "+c(f"np.flip(a)",f"np.flip(a, {ax()})",f"np.flip(a, axis=({ax()}, {ax()}))",f"np.roll(a, {R.randint(-5,5)})",f"np.roll(a, {R.randint(-5,5)}, axis={ax()})",
      f"np.roll(a, ({R.randint(-3,3)}, {R.randint(-3,3)}), axis=({ax()}, {ax()}))",f"np.rot90(a, {R.randint(-5,5)})",f"np.flipud(a)",f"np.fliplr(a)",f"np.rot90(a, k={R.randint(0,3)}, axes=({ax()}, {ax()}))")+"\n"
def g_diag():
    l,s=viewed(shape(mind=1)); k=R.randint(-4,4); n=len(s)
    return l+"r = "+c(f"np.diag(a, {k})",f"np.diag(a, k={k})",f"np.tril(a, {k})",f"np.triu(a, {k})",f"np.diagonal(a, {k})",f"a.diagonal({k}, {R.randint(0,n-1)}, {R.randint(-n,n-1)})",f"np.eye({R.randint(0,5)}, {R.randint(0,5)}, {k})",f"np.tri({R.randint(0,5)}, {R.randint(0,5)}, {k})",f"np.eye({R.randint(0,5)}, dtype={c('int','bool','float')})", f"np.diagflat(a, {k})")+"\n"
def g_filldiag():
    l,s=viewed(shape(mind=2,maxd=3)); return l+f"np.fill_diagonal(a, {c('5','2.5','[1, 2, 3]','True')})\nr = a\n"
def g_concat():
    s=shape(mind=0 if R.random()<.1 else 1,maxd=3); n=len(s); ax=R.randint(-n-(R.random()<.05),max(n-1,0)) if n else 0
    parts=[]; src=""
    for i in range(R.randint(1,3)):
        t=list(s)
        if n and R.random()<.7: t[ax]=R.randint(0,3)
        if R.random()<.04: t=t+[1]
        src+=f"a{i} = {arr(tuple(t))}\n"; parts.append(f"a{i}")
    L="["+", ".join(parts)+"]"
    return src+"r = "+c(f"np.concatenate({L}, axis={ax})",f"np.concatenate({L})",f"np.concatenate(({', '.join(parts)},), axis=None)",f"np.vstack({L})",f"np.hstack({L})",f"np.column_stack({L})",f"np.stack({L}, axis={R.randint(-n-1,n)})",f"np.stack({L})",f"np.dstack({L})",f"np.append(a0, {c('7','[1, 2]','2.5')})",f"np.c_[{', '.join(parts)}]",f"np.r_[{', '.join(parts)}, {c('5','1:4','0:2:0.5','-1.5')}]")+"\n"
def g_split():
    l,s=viewed(shape(mind=1,maxd=3)); n=len(s); ax=R.randint(-n,n-1)
    sec=c(R.randint(1,4),R.randint(1,4),[R.randint(-2,4) for _ in range(R.randint(0,3))])
    return l+"r = "+c(f"np.split(a, {sec}, axis={ax})",f"np.array_split(a, {sec}, axis={ax})",f"np.array_split(a, {sec})",f"np.vsplit(a, {sec})",f"np.hsplit(a, {sec})")+"\n"
def g_tile():
    l,s=viewed(shape(maxd=3)); n=len(s); reps=c(R.randint(0,3),tuple(R.randint(0,3) for _ in range(R.randint(1,4))))
    ax=R.randint(-n,n-1) if n else 0
    e=s[ax] if n else 1
    cs=[R.randint(0,3) for _ in range(e)]
    return l+"r = "+c(f"np.tile(a, {reps})",f"np.repeat(a, {R.randint(0,3)})",f"np.repeat(a, {R.randint(0,3)}, axis={ax})",f"np.repeat(a, {cs}, axis={ax})",f"a.repeat({R.randint(0,3)})")+"\n"
def g_insert():
    l,s=viewed(shape(mind=1,maxd=2)); n=len(s); ax=R.randint(-n,n-1); e=s[ax]; tot=size(s)
    p=lambda e:R.randint(-e,e); q=lambda e:R.randint(-e,e-1) if e else 0
    return l+"r = "+c(f"np.insert(a, {p(tot)}, 9)",f"np.insert(a, {p(tot)}, [9, 8])",f"np.insert(a, [{p(tot)}, {p(tot)}], [9, 8])",f"np.insert(a, {p(e)}, 9, axis={ax})",f"np.insert(a, [{p(e)}, {p(e)}], 9, axis={ax})",
      f"np.insert(a, {p(e)}, np.arange({size(s)//e if e else 1}), axis={ax})",
      f"np.delete(a, {q(tot)})",f"np.delete(a, [{q(tot)}, {q(tot)}])",f"np.delete(a, {q(e)}, axis={ax})",f"np.delete(a, [{q(e)}], axis={ax})",f"np.delete(a, {q(e)}, {ax})")+"\n"
def g_pad():
    s=shape(mind=1,maxd=3); l,s=viewed(s); n=len(s); w=lambda:R.randint(0,3)
    pw=c(w(),(w(),w()),[(w(),w()) for _ in range(n)])
    return l+"r = "+c(f"np.pad(a, {pw})",f"np.pad(a, {pw}, mode='{c('edge','constant','reflect','symmetric','wrap')}')",f"np.pad(a, {pw}, mode='constant', constant_values={c('7','2.5','-1')})",f"np.pad(a, {pw}, '{c('edge','reflect','symmetric','wrap')}')")+"\n"
def g_where():
    s=shape(maxd=3); f=lambda:tuple(c(1,e,e) for e in s[R.randint(0,len(s)) if R.random()<.3 else 0:])
    src=f"m = {arr(s,c('bool','int','float'))}\nx = {c(arr(f()),'1','2.5')}\ny = {c(arr(f()),'0','-1.5')}\n"
    return src+"r = "+c("np.where(m, x, y)","np.where(m > 0, x, y)","np.where(m)","np.nonzero(m)","np.argwhere(m)","np.flatnonzero(m)","np.select([m > 2, m > 0], [x, y], default=-7)","np.select([m > 2, m > 0], [x, y])")+"\n"
def g_take():
    l,s=viewed(shape(mind=1,maxd=3)); n=len(s); ax=R.randint(-n,n-1); e=s[ax]
    bad=R.random()<.05
    v=lambda e:[R.randint(-e-bad,e-1+bad) if e else 0 for _ in range(R.randint(0,3))]
    t=list(s); t[ax]=R.randint(1,3)
    ia=np.array([R.randint(-e,e-1) if e else 0 for _ in range(size(t))],dtype=int).reshape(t).tolist()
    return l+"r = "+c(f"np.take(a, np.array({v(size(s))}, dtype=int))",f"np.take(a, np.array({v(e)}, dtype=int), axis={ax})",f"np.take(a, {R.randint(-e,e-1) if e else 0}, axis={ax})",f"np.take(a, [5, -7, 1], axis={ax}, mode='{c('clip','wrap')}')",f"np.take_along_axis(a, np.array({ia}, dtype=int).reshape({tuple(t)}), axis={ax})",f"np.take_along_axis(a, np.argsort(a, axis={ax}, kind='stable'), axis={ax})")+"\n"
def g_sort():
    l,s=viewed(shape(maxd=3)); n=len(s); ax=R.randint(-n,n-1) if n else -1
    nanl="a = a.astype(float)\na[...] = np.where(a > 2, np.nan, a)\n" if R.random()<.3 else ""
    return l+nanl+c(f"r = np.sort(a, axis={ax})",f"r = np.sort(a)",f"r = np.sort(a, axis=None)",f"a.sort(axis={ax})\nr = a",f"r = np.argsort(a, axis={ax}, kind='stable')",f"r = np.argsort(a, axis=None, kind='stable')",f"r = a.argsort(kind='stable')",f"a.sort()\nr = a")+"\n"
def g_unique():
    l,s=viewed(shape(maxd=3)); nanl="a = np.where(a > 2, np.nan, a)\n" if R.random()<.3 else ""
    return l+nanl+"r = "+c("np.unique(a)","np.unique(a, return_counts=True)","np.unique(a, return_index=True)","np.unique(a, return_inverse=True)","np.unique(a, return_index=True, return_inverse=True, return_counts=True)")+"\n"
def g_unique0():
    l=f"a = {arr((R.randint(1,6),R.randint(1,2)),c('int','float','bool'))}\n"
    return l+"r = "+c("np.unique(a, axis=0)","np.unique(a, axis=0, return_counts=True)","np.unique(a, axis=0, return_index=True, return_counts=True)")+"\n"
def g_search():
    v=sorted(R.randint(-5,5)*c(1,.5) for _ in range(R.randint(0,6))); x=arr(shape(maxd=2),c('int','float'))
    if R.random()<.3: v=v[::-1]
    return f"x = {x}\nb = np.array({v}, dtype={c('int','float')})\nr = "+c("np.searchsorted(np.sort(b), x)","np.searchsorted(np.sort(b), x, side='right')","np.digitize(x, b)","np.digitize(x, b, right=True)","np.isin(x, b)","np.isin(x, b, invert=True)","np.intersect1d(x, b)","np.union1d(x, b)","np.setdiff1d(x, b)")+"\n"
def g_bins():
    n=R.randint(0,12); y=[R.randint(0,5) for _ in range(n)]; w=[R.randint(-4,9)/4 for _ in range(n)]
    x=[c(R.randint(-4,4),R.random()*3,R.randint(0,6)/3) for _ in range(n)]
    src=f"y = np.array({y}, dtype=int)\nw = np.array({w}, dtype=float)\nx = np.array({x}, dtype=float)\n"
    return src+"r = "+c("np.bincount(y)",f"np.bincount(y, minlength={R.randint(0,9)})","np.bincount(y, weights=w)","np.histogram(x)",f"np.histogram(x, bins={R.randint(1,7)})",f"np.histogram(y, bins={R.randint(1,7)})",f"np.histogram(x, bins={R.randint(1,7)}, range=({-R.randint(0,3)}, {R.randint(0,4)}))",f"np.histogram(x, bins={sorted(R.randint(-4,4) for _ in range(R.randint(1,5)))})","np.histogram(x, bins=4, weights=w)","np.histogram(x, bins=3, density=True)","np.histogram_bin_edges(x, 4)")+"\n"
def num(): return c(str(R.randint(-6,9)),str(R.randint(-20,20)/10),str(round(R.uniform(-3,3),3)))
def g_range():
    k=R.randint(0,1000)
    return "r = "+c(f"np.arange({num()})",f"np.arange({num()}, {num()})",f"np.arange({num()}, {num()}, {c('0.1','0.3','-0.25','2','-1','1.5','1e-1','0.7','3')})",f"np.arange({num()}, {num()}, dtype={c('int','float')})",f"np.linspace({num()}, {num()}, {R.randint(0,12)})",f"np.linspace({num()}, {num()}, num={R.randint(0,7)}, endpoint=False)",f"np.linspace({num()}, {num()}, {R.randint(0,5)}, retstep=True)",f"np.linspace({num()}, {num()}, {R.randint(1,9)}, dtype=int)",f"np.logspace({num()}, {num()}, {R.randint(0,5)})",f"np.logspace({num()}, {num()}, {R.randint(0,5)}, base=2)",f"np.geomspace({c(1,2.5,100)}, {c(0.1,7,1000)}, {R.randint(0,6)})",f"np.linspace([0, {num()}], [1, {num()}], {R.randint(0,5)})",f"np.linspace({num()}, {num()})",f"np.arange(0, {num()}, {num()})")+"\n"
def g_grid():
    v=lambda:c(f"np.arange({R.randint(0,4)})",f"np.linspace(0, 1, {R.randint(1,3)})","[1, 2]","5")
    return "r = "+c(f"np.meshgrid({v()}, {v()})",f"np.meshgrid({v()}, {v()}, indexing='ij')",f"np.meshgrid({v()}, {v()}, {v()})",f"np.meshgrid({v()})",f"np.indices({shape(maxd=3)})",f"np.full({shape(maxd=3)}, {c('1','2.5','True')})",f"np.full({shape(maxd=2)}, {c('1','2.5')}, dtype={c('int','float','bool')})",f"np.zeros({shape(maxd=3)}, dtype={c('int','float','bool')})",f"np.ones({R.randint(0,4)})",f"np.zeros_like({arr(shape(maxd=2))})",f"np.ones_like({arr(shape(maxd=2))}, dtype={c('int','float','bool')})",f"np.full_like({arr(shape(maxd=2))}, {c('7','2.5')})",f"np.fromfunction(lambda i, j: i * j, (2, 3))")+"\n"
def g_close():
    s=shape(maxd=2); src=f"a = {arr(s,'float')}\nb = a + {c('0.0','1e-9','1e-6','0.1')}\n"
    if R.random()<.3: src+="a = np.where(a > 2, np.nan, a)\nb = np.where(b > 3, np.inf, b)\n"
    return src+"r = "+c("np.isclose(a, b)","np.allclose(a, b)","np.isclose(a, b, equal_nan=True)","np.array_equal(a, b)","np.array_equal(a, a, equal_nan=True)","np.isclose(a, 1.0)","np.allclose(a, b, atol=0.2)")+"\n"
def g_diff():
    l,s=viewed(shape(mind=1,maxd=3)); n=len(s)
    xs=sorted(set(R.randint(0,9)/2 for _ in range(R.randint(1,5)))); ys=[R.randint(-4,4)/2 for _ in xs]
    return l+"r = "+c("np.diff(a)",f"np.diff(a, n={R.randint(0,3)})",f"np.diff(a, axis={R.randint(-n,n-1)})",f"np.interp({arr(shape(maxd=1),'float')}, {xs}, {ys})",f"np.interp(a, {xs}, {ys}, left=-9.5)",f"np.interp(1.3, {xs}, {ys})")+"\n"
def g_cast():
    l,s=viewed(shape(maxd=3)); return l+"r = "+c("a.astype(int)","a.astype(float)","a.astype(bool)","a.copy()","a.tolist()","a.flatten()","a.ravel()","a.flatten('F')","np.array(a, dtype=int)","np.array(a.tolist())","np.asarray(a, dtype=float)","a.shape","a.size","a.ndim","np.array([np.nan, np.inf, 1e300]).astype(int)","np.broadcast_to(a, (2,) + a.shape)","np.array(a, ndmin=2)","np.shape(a)","a.nbytes","a.itemsize",f"a.item(0)","np.array([a, a])","np.array([a[...], a[...]])")+"\n"
def g_rand():
    s=shape(maxd=2); src=f"np.random.seed({R.randint(0,9999)})\n"
    n=R.randint(1,6)
    p=[.2,.3,.5]
    e=lambda:c(f"np.random.rand({', '.join(map(str,s))})",f"np.random.randn({', '.join(map(str,s))})",f"np.random.random({s})",f"np.random.normal({num()}, 2.0, {s})",f"np.random.normal(size={s})",f"np.random.normal([1.0, 2.0], 0.5)",f"np.random.normal([1.0, 2.0], [0.5, 0.1], size=(3, 2))",f"np.random.uniform(-1, {R.randint(0,4)}, {s})",f"np.random.uniform([0, 1], [2, 3])",f"np.random.randint({R.randint(1,9)}, size={s})",f"np.random.randint({R.randint(-5,1)}, {R.randint(2,9)})",f"np.random.randint(0, 2, size={n})",f"np.random.choice({n})",f"np.random.choice({n}, {R.randint(0,n)}, replace=False)",f"np.random.choice([10, 20, 30], size={s}, p={p})",f"np.random.choice([1.5, 2.5])",f"np.random.choice(3, 2, replace=False, p={p})",f"np.random.permutation({n})",f"np.random.permutation(np.arange(6).reshape(3, 2))",f"np.random.permutation([1, 2, 3])",f"np.random.RandomState({n}).randn(2)",f"np.random.uniform()",f"np.random.randn()",f"np.random.standard_normal(2)",f"np.random.binomial({n}, 0.3, size=3)",f"np.random.exponential(2.0, 2)")
    src+=f"r = ({e()}, {e()}, np.random.rand())\n"
    if R.random()<.3: src+=f"x = [1, 2, 3, 4]\nnp.random.shuffle(x)\ny = np.arange(6).reshape(3, 2)\nnp.random.shuffle(y)\nr = (x, y, r)\n"
    return src
def g_broadcast():
    s=shape(maxd=3); t=tuple(c(1,e) for e in s[R.randint(0,len(s)):])
    if R.random()<.1: t=t+(3,)
    l=f"a = {arr(s)}\nb = {arr(t)}\n"
    return l+"r = "+c("np.broadcast_arrays(a, b)",f"np.broadcast_to(b, {s})","np.broadcast_shapes(a.shape, b.shape)","np.ix_([0, 1], [2])","np.lexsort((a.ravel(), a.ravel()))","np.apply_along_axis(lambda v: v[::-1], -1, a)","np.apply_along_axis(lambda v: v[0], 0, a)","np.vectorize(lambda x: x * 2)(a)","np.extract(a > 0, a)")+"\n"

kinds = {name[2:]: function for name, function in list(globals().items()) if name.startswith("g_")}


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def program(kind):
    """One program and its result, or nothing if the dice fell badly."""
    try:
        source = kinds[kind]()
    except (IndexError, ValueError):
        return None
    names = {"np": np}
    try:
        exec(source, names)
        result = "=" + escaped(repr(names["r"]))
    except Exception:
        result = "!"
    return f"{kind}\t{escaped(source)}\t{result}"


def main():
    if count:
        for _ in range(count):
            line = program(R.choice(list(kinds)))
            if line:
                print(line)
        return
    for kind in kinds:
        wanted = {"item": 120, "set": 100}.get(kind, 24)
        while wanted:
            line = program(kind)
            if line and len(line) < 360:
                print(line)
                wanted -= 1


main()
