import { expect, test } from 'vitest'
import { broken, lineOf, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

/** Images in the texts of pages. */

const PAGE = 'explainers/test-page.md'
const withImages = (text: string) => broken(SOUND, PAGE, '先做这一步。', text)

test('names the file, the line and the remedy for every image that is not there, in any kind of page', () => {
  const files = broken(
    withImages('先看图：![告示牌](/images/test-page/image-1.png)\n\n![牌子](</images/test-page/%E7%89%8C.png> "牌子")'),
    'lessons/test-lesson.md',
    '结尾。',
    '![现场](/images/test-lesson/scene.jpg)',
  )
  expect(problemsWith(files)).toEqual([
    expect.objectContaining({
      place: lineOf(files, PAGE, '先看图'),
      fault: '图片“/images/test-page/image-1.png”打不开：site/public/images/test-page/image-1.png 没有这个文件。',
    }),
    expect.objectContaining({ place: lineOf(files, PAGE, '![牌子]'), fault: expect.stringContaining('牌.png') }),
    expect.objectContaining({ place: lineOf(files, 'lessons/test-lesson.md', '![现场]') }),
  ])
})

test('takes an image that is there, and leaves what is no address of the site alone', () => {
  expect(problemsWith(withImages('![本站的图标](/favicon.svg)和（/images/没有.png）'))).toEqual([])
})

test('takes an address with a broken escape for a file that is not there', () => {
  expect(problemsWith(withImages('![坏的](/images/%E7%89.png)'))).toHaveLength(1)
})
