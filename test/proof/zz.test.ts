import { it } from 'vitest';
import { model } from '../support/real-content.ts';
import { createPathCounter, listAlleAntwoorden } from './question-paths.ts';
it('x', async () => {
  let n=0; const count = createPathCounter(() => {n++});
  const alle = listAlleAntwoorden(model.vraagVan.get('signalen')!);
  const show=(t:any)=>Object.entries(t).map(([u,x]:any)=>`${u} paden ${x.paden.toExponential(3)} gem ${(x.vragen/x.paden).toFixed(1)} max ${x.meeste} kans ${x.kans.toFixed(4)} verw ${(x.verwacht/x.kans).toFixed(1)}`).join('\n   ');
  for (const [naam, f] of [['1',(a:any)=>a.length===1&&!['weetNiet','geen-van-deze'].includes(a[0])],['2',(a:any)=>a.length===2],['3',(a:any)=>a.length===3],['alles',(a:any)=>true], ['weetNiet',(a:any)=>a[0]==='weetNiet']] as const){
    const t=performance.now(); const r=count(alle.filter(f)); console.log(naam, alle.filter(f).length, Math.round(performance.now()-t),'ms', n, '\n   '+show(r));
  }
},600000);
