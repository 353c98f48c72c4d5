/**
 * The oldest browsers in which all of the deck works; scripts are compiled for them. Safari opens
 * the other pages of a packed file from 16.4 on.
 */
export const target = ['chrome109', 'edge109', 'firefox115', 'safari16.4']

/**
 * The oldest browsers that stylesheets are compiled for. A Safari too old for the scripts still
 * shows every slide, but would drop a whole block of rules for one `(width >= 700px)`.
 */
export const cssTarget = ['chrome103', 'edge103', 'firefox115', 'safari16.0']
