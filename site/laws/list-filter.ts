/** Filters the list of laws where it stands: by name, level, field and status. */

/** What is asked for; an empty text asks for nothing. */
export interface LawQuestion {
  readonly name: string
  readonly level: string
  readonly field: string
  readonly status: string
}

/** What of a law is asked about. */
export type LawFacts = LawQuestion

/** Whether a law is among what is asked for. Blanks and title marks in the name that someone types mean nothing. */
export function isAsked({ name, level, field, status }: LawQuestion, facts: LawFacts): boolean {
  const words = name.normalize('NFKC').replace(/[\s《》]/g, '')
  return (
    facts.name.includes(words) &&
    (level === '' || level === facts.level) &&
    (field === '' || field === facts.field) &&
    (status === '' || status === facts.status)
  )
}

interface FilterParts {
  readonly form: HTMLFormElement
  readonly list: HTMLElement
  readonly status: HTMLElement
}

/** Makes the form filter at once. */
export function startLawFilter({ form, list, status }: FilterParts): void {
  const items = [...list.querySelectorAll<HTMLElement>('.card, .law-names li')].map((item) => ({
    item,
    facts: {
      name: item.querySelector('a')?.textContent.normalize('NFKC') ?? '',
      level: item.closest<HTMLElement>('[data-level]')?.dataset.level ?? '',
      field: item.closest<HTMLElement>('[data-field]')?.dataset.field ?? '',
      status: item.dataset.status ?? 'in-force',
    },
  }))
  const groups = [...list.querySelectorAll<HTMLElement>('.law-field, [data-level], .cards')]
  const show = () => {
    const asked = new FormData(form)
    const value = (name: string) => String(asked.get(name) ?? '')
    const question = { name: value('name'), level: value('level'), field: value('field'), status: value('status') }
    let shown = 0
    for (const { item, facts } of items) {
      item.hidden = !isAsked(question, facts)
      if (!item.hidden) shown += 1
    }
    for (const group of groups) group.hidden = group.querySelector(':is(.card, .law-names li):not([hidden])') === null
    const template = shown === 0 ? form.dataset.none : form.dataset.found
    status.textContent = Object.values(question).every((text) => text === '')
      ? ''
      : (template ?? '').replace('{{shown}}', String(shown)).replace('{{total}}', String(items.length))
  }
  form.addEventListener('input', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields are empty once the event is over.
  form.addEventListener('reset', () => setTimeout(show))
}
