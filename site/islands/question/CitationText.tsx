import { articleHref, findCitations } from '../../../content/domain/citation.ts'
import { localePath } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'

/** Names of the laws that this site has → their ids. */
export type LawIds = Readonly<Record<string, string>>

interface Props {
  text: string
  laws: LawIds
}

/** A text with its citations as links to the article; laws that this site doesn't have stay plain. */
export function CitationText({ text, laws }: Props) {
  const { locale } = useLanguage()
  let from = 0
  const parts = findCitations(text).flatMap(({ lawName, article, start, end, text: cited }) => {
    const before = text.slice(from, start)
    from = end
    const id = Object.hasOwn(laws, lawName) ? laws[lawName] : undefined
    return [before, id === undefined ? cited : <a href={localePath(locale, articleHref(id, article))}>{cited}</a>]
  })
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
