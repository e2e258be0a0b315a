import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { textsOf } from '../source/texts.ts'

/** Traces that converters leave in text, each with what it is. */
const TRACES: readonly { readonly pattern: RegExp; readonly fault: string }[] = [
  // A converter between simplified and traditional characters that writes the reading after the character.
  {
    pattern: /\p{Script=Han}[（(][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[）)]/iu,
    fault: '汉字后面带着转换软件加的拼音',
  },
  { pattern: /\uFFFD/, fault: '有无法显示的字符（�），原来的字已经丢失' },
  { pattern: /锟斤拷|烫烫烫|屯屯屯/, fault: '有编码错误留下的乱码' },
  // UTF-8 read as Latin-1: most Chinese characters begin with these bytes.
  { pattern: /[ä-é][\u0080-\u00bf]{2}/, fault: '有编码错误留下的乱码' },
  { pattern: /&(?:nbsp|amp|lt|gt|quot|#\d+);/, fault: '有没有转换的网页代码' },
  { pattern: /[\u200b-\u200d\u2060\ufeff]/, fault: '有看不见的空白字符' },
  { pattern: /[\uE000-\uF8FF]/, fault: '有只在某一种字体里才能显示的字符' },
  { pattern: /笫\p{Script=Han}{1,7}条/u, fault: '“第”错成了“笫”' },
]

/** What a converter or a wrong encoding has damaged in a text: each a sentence. */
export function garbledTraces(text: string): string[] {
  return TRACES.flatMap(({ pattern, fault }) => {
    const found = pattern.exec(text)
    return found === null ? [] : [`${fault}：“${found[0]}”。`]
  })
}

/** Texts that a converter or a wrong encoding has damaged. */
export function checkGarbled(content: Content): Problem[] {
  return textsOf(content).flatMap(({ text, place }) =>
    garbledTraces(text).map((fault) => ({ place: place(), fault, fix: '对照原文改正，或者从原文件重新复制。' })),
  )
}
