/** The look of a report with the places marked: notes stand beside their paragraph, on a narrow page below it. */
export const MARKED_STYLE = `:root{color-scheme:light dark;--paper:#fff;--ground:#f5f4f1;--ink:#1b1d20;--soft:#5a5f65;--line:#dedcd6;--e:#a8201a;--e-wash:#fbe3e0;--w:#8a5200;--w-wash:#fdeccb;--n:#1f6172;--n-wash:#dcf0f3;--c:#5b4a9c;--c-wash:#e8e4f7;
--sans:-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;--serif:"Songti SC","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
@media(prefers-color-scheme:dark){:root{--paper:#15171a;--ground:#1e2124;--ink:#e8e6e1;--soft:#a4a7aa;--line:#363a3e;--e:#ff9b92;--e-wash:#4a1f1b;--w:#f0bc62;--w-wash:#45330f;--n:#86cfdd;--n-wash:#173b44;--c:#b9aaf2;--c-wash:#322a58}}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.75 var(--sans);overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}p,h1,h2,ol,ul{margin:0;padding:0}ol,ul{list-style:none}
.error{--k:var(--e);--k-wash:var(--e-wash)}.warning{--k:var(--w);--k-wash:var(--w-wash)}.note{--k:var(--n);--k-wash:var(--n-wash)}.change{--k:var(--c);--k-wash:var(--c-wash)}
header,article,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.75rem}header small{color:var(--soft);font-size:.875rem}
h1{font:700 1.6rem/1.35 var(--serif);text-wrap:balance;margin:.1rem 0 .7rem}
.counts{display:flex;flex-wrap:wrap;gap:.4rem .5rem;font-size:.9375rem}
.counts li{background:var(--k-wash,var(--ground));color:var(--k,var(--ink));border-radius:1rem;padding:.1rem .75rem}.counts b{font-weight:650;font-variant-numeric:tabular-nums}
details{margin-top:1rem;background:var(--ground);border-radius:.5rem}summary{cursor:pointer;padding:.55rem .9rem;font-weight:600}
details ol{padding:0 .9rem .7rem;columns:2 24rem;column-gap:2rem}details li{break-inside:avoid;padding:.18rem 0;display:grid;grid-template-columns:1.9rem minmax(0,1fr);font-size:.9375rem;line-height:1.55}
details li a:hover span,details li:hover .said{text-decoration:underline}.number{color:var(--k);font-weight:650;font-variant-numeric:tabular-nums}.said{font-family:var(--serif)}.soft{color:var(--soft)}
article{padding-top:1.25rem;padding-bottom:2rem}
.line{display:grid;grid-template-columns:minmax(0,42rem) minmax(15rem,1fr);column-gap:2.25rem}
.line>p{grid-column:1;font:1.0625rem/1.95 var(--serif);white-space:pre-wrap;margin:.35rem 0}
.line>p.title{font-size:1.4rem;font-weight:700;line-height:1.5;margin-bottom:.8rem}.line>p.h1{font-size:1.25rem;font-weight:700;margin-top:1.4rem}.line>p.h2,.line>p.h3{font-weight:700;margin-top:.8rem}
mark{background:var(--k-wash);color:inherit;border-bottom:2px solid var(--k);border-radius:2px 2px 0 0;padding:.05em 0}
mark.long{background:none;border-bottom:1px solid var(--k)}mark mark{padding:0}.tail{white-space:nowrap}sup{font:650 .72rem/1 var(--sans);color:var(--k);margin-left:.15em}sup a{padding:.2em .15em}
.notes{grid-column:2;padding-top:.45rem;display:grid;gap:.5rem;align-content:start}
.notes li{border-left:3px solid var(--k);background:var(--ground);border-radius:0 .4rem .4rem 0;padding:.45rem .8rem .55rem;font-size:.9063rem;line-height:1.6}
.notes .head{display:flex;gap:.5rem;align-items:baseline;flex-wrap:wrap}.notes .head b{color:var(--k);font-weight:650}.notes .head code{margin-left:auto;color:var(--soft);font:.75rem/1.5 ui-monospace,Menlo,Consolas,monospace}
.notes .sum{font-variant-numeric:tabular-nums;color:var(--soft)}.notes .sum span{color:var(--ink)}
:target{outline:2px solid var(--k,var(--ink));outline-offset:2px;border-radius:2px}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.8125rem;padding-top:.8rem;padding-bottom:2rem}
@media(max-width:56rem){.line{display:block}.notes{padding:.1rem 0 .7rem}.line>p{font-size:1.0625rem;line-height:1.85}h1{font-size:1.35rem}.notes .head code{margin-left:0}}
@media print{body{font-size:10.5pt}.line{grid-template-columns:minmax(0,1.7fr) minmax(0,1fr);column-gap:1.2rem}.notes li{break-inside:avoid}details{display:none}}`
