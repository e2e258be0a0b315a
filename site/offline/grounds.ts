/** Colours outside the pages: `--color-page` of `styles/tokens.css` for the bars of browsers around them. */
export const PAGE_GROUND = { light: '#faf8f3', dark: '#12191c' } as const

/** Ground of the icon, as in `public/favicon.svg`. */
export const ICON_GROUND = '#12566b'
