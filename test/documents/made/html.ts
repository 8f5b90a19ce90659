/** Pages as portals make them: the same article inside three kinds of site. */

const chrome = {
  top: '<div class="top-bar"><a href="/">首页</a><a>政务公开</a><a>办事服务</a><a>长者模式</a><form><input value="搜索"><button>搜索</button></form></div>',
  foot: '<div class="footer"><p>主办单位：清水市人民政府办公室　网站标识码：0000000000</p><p>版权所有　清ICP备00000000号　<a>网站地图</a></p></div>',
}

/** A portal of today: block of metadata as a list, article in its own element, share buttons, related links. */
export function portal(title: string, lines: string[], more = ''): string {
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${title}_清水市人民政府</title>
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2021-01-20 09:30"><meta name="ContentSource" content="市政府办公室">
<style>.a{}</style><script>var 数 = "增长99%。"</script></head><body>${chrome.top}
<div class="crumbs">您当前的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>政府工作报告</a></div>
<ul class="xxgk-head"><li><b>索 引 号：</b>000014349/2021-00012</li><li><b>发文字号：</b>清政发〔2021〕1号</li><li><b>发布机构：</b>清水市人民政府</li><li><b>主题分类：</b>综合政务</li><li><b>成文日期：</b>2021年01月12日</li><li><b>有效性：</b>有效</li></ul>
<h1>${title}</h1><div class="sub">发布日期：2021-01-20　来源：市政府办公室　【字号：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a></div>
<div class="TRS_Editor" id="zoom">${lines.map(line => `<p>　　${line}</p>`).join('\n')}${more}
<p>责任编辑：王某</p><div class="bdsharebuttonbox share"><span>分享到：</span><a>微信</a><a>微博</a></div></div>
<div class="related"><h3>相关文章</h3><ul><li><a>2020年政府工作报告</a></li><li><a>图解：一图读懂，这一年，我们这样走过来。</a></li></ul></div>${chrome.foot}</body></html>`
}

/** A site of 2005: layout by tables, one element for all, breaks instead of paragraphs. */
export function oldSite(title: string, lines: string[]): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${title}</title></head>
<body><table width="780"><tr><td><a>首 页</a> | <a>市情</a> | <a>公告</a></td></tr></table>
<table width="780"><tr><td width="180"><table><tr><td><a>领导信箱</a></td></tr><tr><td><a>公开目录</a></td></tr></table></td>
<td><table><tr><td align="center"><font size="5" class="title">${title}</font></td></tr><tr><td>来源：本站　发布时间：2005-3-1　浏览次数：123</td></tr>
<tr><td>${lines.map(line => `&nbsp;&nbsp;&nbsp;&nbsp;${line}<BR>`).join('\n')}</td></tr><tr><td>【<a>打印本页</a>】【<a>关闭窗口</a>】</td></tr></table></td></tr></table>
<table width="780"><tr><td>主办：清水市人民政府　Copyright 2005</td></tr></table></body></html>`
}

/** A site without names: nothing but divs. */
export function plainSite(title: string, lines: string[]): string {
  return `<html><head><title>${title}</title></head><body><div><div><a>首页</a><a>新闻</a></div><div><div><h2>${title}</h2><div>${lines
    .map(line => `<div>${line}</div>`)
    .join('')}</div></div><div><a>上一篇：通知一则</a></div></div></div></body></html>`
}
