/** The icons in use, by what they show; `components/Icon.astro` draws them. */
export type IconName =
  | 'baby'
  | 'banknote'
  | 'briefcase'
  | 'calculator'
  | 'calendar'
  | 'chair'
  | 'contract'
  | 'door'
  | 'glasses'
  | 'landmark'
  | 'lifebuoy'
  | 'megaphone'
  | 'minus'
  | 'phone'
  | 'plus'
  | 'printer'
  | 'scale'
  | 'share'
  | 'shield'
  | 'signpost'
  | 'split'
  | 'users'
  | 'volume'

const TOPIC_ICONS: Readonly<Record<string, IconName>> = {
  wages: 'banknote',
  contract: 'contract',
  'hours-leave': 'calendar',
  dismissal: 'door',
  insurance: 'shield',
  pensions: 'chair',
  unemployment: 'lifebuoy',
  employment: 'briefcase',
  dispatch: 'split',
  'women-workers': 'baby',
  union: 'users',
  disputes: 'scale',
  administration: 'landmark',
  publicity: 'megaphone',
}

/** The icon of a topic (`content/topics.yaml`); a topic that is new here has the signpost. */
export function topicIcon(topic: string): IconName {
  return TOPIC_ICONS[topic] ?? 'signpost'
}
