import { type Fold, NO_FOLD } from './fold.ts'
import { hasInName, type LawOption, lawNamed, lawOptions } from './law-options.ts'
import type { SearchTexts } from './search-texts.ts'

/**
 * The question of the filter which law to search in: a combobox with a list, as the ARIA Authoring Practices describe it, since there are
 * too many laws for a `select`, and browsers draw a `datalist` without the reader's text size. The list is loaded when the filter is
 * opened or its field gets the focus.
 */

const LIST = '/laws.json'

/** The elements of the question. */
export interface LawChoiceParts {
  /** Around the form of the filter. */
  readonly details: HTMLDetailsElement
  /** Where a name is typed. */
  readonly field: HTMLInputElement
  /** Carries the id of the law in the form. */
  readonly value: HTMLInputElement
  readonly list: HTMLElement
  /** Live region above the list. */
  readonly status: HTMLElement
}

/** What the choice needs of the page. */
export interface LawChoiceSettings {
  readonly texts: Pick<SearchTexts, 'laws' | 'serviceLang' | 'prefix'>
  /** How to compare a text with names in Simplified characters. */
  readonly foldFor: (text: string) => Promise<Fold>
}

async function readLaws(): Promise<LawOption[]> {
  const response = await fetch(LIST)
  if (!response.ok) throw new Error(`${LIST}: ${response.status}`)
  return lawOptions(await response.json())
}

/** Makes the field offer laws. The hidden field tells of a choice by `change`. */
export function startLawChoice(parts: LawChoiceParts, { texts, foldFor }: LawChoiceSettings): void {
  const { details, field, value, list, status } = parts
  const { laws: said, serviceLang: lang } = texts
  let laws: LawOption[] = []
  let items: HTMLElement[] = []
  let reading: Promise<void> | undefined
  let active: HTMLElement | undefined
  let fold = NO_FOLD

  const isOpen = () => field.ariaExpanded === 'true'
  const shown = () => items.filter((item) => !item.hidden)
  const lawOf = (item: HTMLElement) => laws[items.indexOf(item)]

  const activate = (item: HTMLElement | undefined) => {
    active?.setAttribute('aria-selected', 'false')
    active = item
    if (item === undefined) return field.removeAttribute('aria-activedescendant')
    item.setAttribute('aria-selected', 'true')
    field.setAttribute('aria-activedescendant', item.id)
    item.scrollIntoView({ block: 'nearest' })
  }

  const close = () => {
    field.ariaExpanded = 'false'
    list.hidden = true
    status.textContent = ''
    activate(undefined)
  }

  /** Shows the law that is chosen, by its name. */
  const showChosen = () => {
    field.value = laws.find(({ id }) => id === value.value)?.name ?? value.value
    if (lang !== undefined && field.value !== '') field.lang = lang
    else field.removeAttribute('lang')
  }

  const choose = (id: string) => {
    const differs = value.value !== id
    value.value = id
    showChosen()
    if (differs) value.dispatchEvent(new Event('change', { bubbles: true }))
  }

  const makeItem = ({ name, englishName }: LawOption, index: number) => {
    const item = document.createElement('li')
    item.id = `law-option-${index}`
    item.role = 'option'
    item.setAttribute('aria-selected', 'false')
    item.textContent = name
    if (texts.prefix === '/en' && englishName !== undefined) {
      const translation = document.createElement('span')
      translation.lang = 'en'
      translation.textContent = englishName
      item.append(translation)
    }
    return item
  }

  const load = () => {
    reading ??= readLaws().then(
      (read) => {
        laws = read
        items = laws.map(makeItem)
        list.replaceChildren(...items)
        if (document.activeElement !== field) showChosen()
      },
      (error: unknown) => {
        console.error(error)
        // The network may be back for the next try.
        reading = undefined
      },
    )
    return reading
  }

  /** Offers the laws that fit what is typed; all of them where that is the chosen one. */
  const open = async () => {
    field.ariaExpanded = 'true'
    if (laws.length === 0) status.textContent = said.reading
    await load()
    const typed = laws.find(({ id }) => id === value.value)?.name === field.value ? '' : field.value
    fold = typed === '' ? fold : await foldFor(typed)
    // Answers to what has since been changed are of no use.
    if (!isOpen() || (typed !== '' && typed !== field.value)) return
    for (const [index, law] of laws.entries()) {
      const item = items[index]
      if (item !== undefined) item.hidden = !hasInName(law, typed, fold)
    }
    const count = shown().length
    activate(undefined)
    list.hidden = count === 0
    const fits = count > 0 ? said.found.replace('{{count}}', String(count)) : said.none.replace('{{name}}', () => typed)
    status.textContent = laws.length === 0 ? said.failed : fits
  }

  const move = async (step: 1 | -1) => {
    if (!isOpen()) await open()
    const all = shown()
    const place = active === undefined ? (step === 1 ? 0 : -1) : (all.indexOf(active) + step) % all.length
    activate(all.at(place))
  }

  const take = (item: HTMLElement | undefined) => {
    const id = item && lawOf(item)?.id
    if (id === undefined) return
    choose(id)
    close()
  }

  /** What is typed and isn't a law is taken back, so that the field never says another law than the one that is searched in. */
  const leave = () => {
    close()
    const named = lawNamed(laws, field.value, fold)
    if (field.value.trim() === '') choose('')
    else if (named !== undefined) choose(named.id)
    else showChosen()
  }

  // The address may have chosen; until the list has come, the law goes by its id.
  showChosen()
  details.addEventListener('toggle', () => {
    if (details.open) void load()
  })
  field.addEventListener('focus', () => void load())
  field.addEventListener('click', () => void open())
  field.addEventListener('blur', leave)
  field.addEventListener('input', () => {
    if (field.value === '') choose('')
    void open()
  })
  // Only the hidden field answers the question.
  field.addEventListener('change', (event) => event.stopPropagation())
  field.addEventListener('keydown', (event) => {
    const { key, altKey, isComposing } = event
    // Keys that choose characters aren't for the list.
    if (isComposing) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      void (altKey ? open() : move(key === 'ArrowDown' ? 1 : -1))
    } else if (key === 'Enter') {
      event.preventDefault()
      const [only, second] = shown()
      if (isOpen()) take(active ?? (second === undefined ? only : undefined))
    } else if (key === 'Escape') {
      if (isOpen()) event.preventDefault()
      if (!isOpen()) choose('')
      close()
      showChosen()
    }
  })
  // The field keeps the focus.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element) take(target.closest<HTMLElement>('[role="option"]') ?? undefined)
  })
  // The browser leaves a hidden field as it is.
  field.form?.addEventListener('reset', () => {
    value.value = ''
    showChosen()
    close()
  })
}
