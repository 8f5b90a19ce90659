/** What lines of a page are, when they are no text of the article. */
import type { Aside } from '../types.ts'
import { isMetadataLine } from './metadata.ts'

const controls =
  /^(?:[【[（(]?\s*(?:字号|字体|文字大小)\s*[:：]?.*|[【[]?(?:大|中|小|加大|还原|减小|放大|缩小|\s|\|)+[】\]]?|[【[]?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|下载|全屏|纠错|我要纠错|返回(?:顶部|列表|首页)?|分享(?:到)?[:：]?|微信|微博|朋友圈|QQ空间|语音(?:播报|朗读)|朗读|播报|复制链接|扫一扫.{0,20}|扫码.{0,20}|手机版|长者版|无障碍(?:阅读|浏览)?|繁體(?:中文)?|EN(?:GLISH)?|\s|\||\/|·|】|【)+[】\]]?)$/i
const footer =
  /版权所有|ICP备|公网安备|网站标识码|网站地图|主办单位|主办[:：]|承办[:：]|承办单位|技术支持|建议使用.{0,12}浏览器|Copyright|All Rights Reserved|联系(?:我们|电话)|地址[:：].{0,40}邮编/i
const navigation = /^(?:您?(?:现在|当前|的)*(?:所在)?的?位置(?:是)?|当前(?:位置|栏目))\s*[:：]|^首页\s*(?:[>＞»›/]|$)/
const related =
  /^(?:相关(?:报道|文章|链接|新闻|阅读|资料|稿件|信息|附件|文件|解读|政策)|延伸阅读|推荐阅读|热点推荐|最新文章|图片新闻|新闻排行|上一[篇条]|下一[篇条])/
const editors = /^[【[（(]?(?:责任编辑|责编|编辑|审核|校对|监制|初审|复审|终审)\s*[:：].{0,30}$/

/** The reason for which a line is set aside, or null where it may be text. */
export function furnitureOf(line: string): Aside['reason'] | null {
  if (line.length > 240) return null
  if (controls.test(line)) return 'controls'
  if (navigation.test(line)) return 'navigation'
  if (related.test(line)) return 'related'
  if (line.length < 120 && footer.test(line)) return 'page-footer'
  if (editors.test(line)) return 'metadata'
  return isMetadataLine(line) ? 'metadata' : null
}
