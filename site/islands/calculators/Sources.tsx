import { contentLang } from '../../lib/locale.ts'
import { useWording } from './say.ts'

/**
 * Citation → address of its article, in the language of the page. Resolved while the page is built; documents, which this
 * site doesn't have, aren't in it and stay plain.
 */
export type SourceLinks = Readonly<Record<string, string>>

interface Props {
  sources: readonly string[]
  links: SourceLinks
}

/** What a statement rests on, with links to the articles; nothing where it only counts. */
export function Sources({ sources, links }: Props) {
  const { say, locale } = useWording()
  if (sources.length === 0) return null
  return (
    <span class="calculator-sources">
      {say('common.sources')}
      <span lang={contentLang(locale)}>
        {sources.map((source, place) => (
          <>
            {place > 0 && say('common.list')}
            {Object.hasOwn(links, source) ? (
              <a class="citation" href={links[source]}>
                {source}
              </a>
            ) : (
              source
            )}
          </>
        ))}
      </span>
    </span>
  )
}
