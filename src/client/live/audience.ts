import { follows } from '../browser/scope.ts'
import { isPaired } from './paired.ts'

/**
 * On a viewer's machine, removes the link to the review page, which the relay serves to paired
 * machines only, and adds ?theo to the other links, so that the deck still follows on the way back.
 */
export function offerToAudience(): void {
  if (!follows || isPaired()) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    if (href.startsWith('review.html')) link.closest('p, li')?.remove()
    else if (/^(\.\/|(outline|check|huong-dan)\.html)$/.test(href))
      link.setAttribute('href', `${href}?theo`)
  }
}
