/** The keys of a table that has exactly the keys of its type. */
export const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  // `Object.keys` returns strings, for a value may have more keys than its type.
  Object.keys(table) as Key[]

/** These fields of a value, without its others. */
export const pick = <Fields extends object, Name extends keyof Fields>(
  value: Fields,
  names: readonly Name[],
): Pick<Fields, Name> =>
  // `fromEntries` forgets which value has which name.
  Object.fromEntries(names.map((name) => [name, value[name]])) as Pick<Fields, Name>

/** Whether a value is an object and no list; a field that it lacks reads as undefined. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of a value of unknown type, each unknown itself; no fields unless it is an object. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  isRecord(value) ? value : {}
