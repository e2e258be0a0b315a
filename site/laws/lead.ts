/**
 * Leads on from the address of a text to the page of the law that shows it, to the article that the address names; a refresh
 * without script loses that.
 */
export function leadToLaw(): void {
  const target = document.querySelector<HTMLAnchorElement>('#law')
  if (target) location.replace(target.href + location.hash)
}
