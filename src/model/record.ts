/** The keys of a table that has exactly the keys of its type. */
export const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  // `Object.keys` returns strings, for a value may have more keys than its type.
  Object.keys(table) as Key[]

/** The fields of a value of unknown type, each unknown itself; no fields unless it is an object. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // Reading a field that an object lacks gives undefined, which `unknown` includes.
      (value as Record<string, unknown>)
    : {}
