import { Session } from 'node:inspector'
const { loadTexts, take, size } = await import('/tmp/wt/entities/bench/texts.ts')
const { read } = await import('/tmp/rd.mjs')
const t = loadTexts('/tmp/wt/entities', process.env.JIEDU_CORPUS); const text = take(t.lines,2); read(text)
const s=new Session(); s.connect(); s.post('Profiler.enable'); s.post('Profiler.setSamplingInterval',{interval:300}); s.post('Profiler.start')
for(let i=0;i<6;i++)read(text)
s.post('Profiler.stop',(e,{profile})=>{
 const dt=profile.timeDeltas; const id=new Map(profile.nodes.map(n=>[n.id,n])); const parent=new Map(); for(const n of profile.nodes)for(const c of n.children??[])parent.set(c,n.id)
 let tot=0; const self=new Map(), incl=new Map()
 profile.samples.forEach((x,i)=>{tot+=dt[i];const nm=id.get(x).callFrame.functionName;self.set(nm,(self.get(nm)??0)+dt[i]);const seen=new Set();for(let y=x;y;y=parent.get(y)){const q=id.get(y).callFrame.functionName;if(!seen.has(q)){seen.add(q);incl.set(q,(incl.get(q)??0)+dt[i])}}})
 const show=m=>[...m].sort((a,b)=>b[1]-a[1]).slice(0,34).map(([k,v])=>(v/tot*100).toFixed(1)+' '+k).join(' | ')
 console.log((tot/1e6).toFixed(2)+'s SELF',show(self));console.log('INCL',show(incl))
 for(const q of ['take','claimsOf','tasksOf','projectsOf','honoursOf','clausesOf','headlineTargets','announces','governor','objectsOf','measuresOf','end'])console.log(q,((incl.get(q)??0)/tot*100).toFixed(1))
})
