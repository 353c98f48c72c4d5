/**
 * The oldest browsers that the deck runs in whole. What a script says for newer ones is written for
 * these; Safari opens the packed file's other pages from 16.4 on.
 */
export const target = ['chrome109', 'edge109', 'firefox115', 'safari16.4']

/**
 * The oldest that a stylesheet is written for. A Safari that lacks a script's words still shows
 * every slide, and would drop a room's whole rules for one `(width >= 700px)`.
 */
export const cssTarget = ['chrome103', 'edge103', 'firefox115', 'safari16.0']
