import { follows } from '../browser/scope.ts'
import { isPaired } from './paired.ts'

/**
 * On a machine that only follows, offers no page that the relay keeps for those who are paired; the
 * other pages are told in their address that it does, and so is the deck on the way back.
 */
export function offerToAudience(): void {
  if (!follows || isPaired()) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    if (href === 'review.html') link.closest('p')?.remove()
    else if (/^(\.\/|(outline|check)\.html)$/.test(href)) link.setAttribute('href', `${href}?theo`)
  }
}
