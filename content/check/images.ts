import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'

/** Where images of the site stand. From the working folder, as the site itself finds them. */
const PUBLIC = join(process.cwd(), 'site/public')
/** `![words](/images/page/image-1.png)`, with or without a title; the address is the first group. */
const IMAGE = /!\[[^\]]*\]\(\s*<?(\/[^\s)>]+)/g

/** The address as a path; one with a broken escape is taken as it stands, which is no file's. */
function fileOf(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/**
 * Images in the texts of pages whose files aren't there.
 *
 * @param folder whose files are served at `/`
 */
export function checkImages(
  {
    explainers,
    englishExplainers,
    lessons,
    campaigns,
    documents,
  }: Pick<Content, 'explainers' | 'englishExplainers' | 'lessons' | 'campaigns' | 'documents'>,
  folder: string = PUBLIC,
): Problem[] {
  return [...explainers, ...englishExplainers, ...lessons, ...campaigns, ...documents].flatMap(
    ({ value: { body }, placeInBody }) =>
      [...body.matchAll(IMAGE)].flatMap((match): Problem[] => {
        const file = fileOf(match[1] ?? '')
        if (existsSync(join(folder, file))) return []
        return [
          {
            place: placeInBody(match.index),
            fault: `图片“${file}”打不开：site/public${file} 没有这个文件。`,
            fix: '把图片放到那里，或者改正这里的图片地址；文件名的大小写也要一样。',
          },
        ]
      }),
  )
}
