/** What the audience may read, by name: a file that nobody thought of is not for everybody. */
const open: readonly RegExp[] = [
  /^\/(index|outline|check)\.html$/,
  /^\/sw(-live)?\.js$/,
  /^\/assets\/[\w.-]+$/,
  /^\/(slides|outline)\.pdf$/,
  /^\/mang-theo\/(khan-gia\.html|trang-chieu\.pdf|de-cuong\.pdf)$/,
]

/** Whether a path of the site, decoded and tidied, holds nothing but what the hall sees. */
export const isForAudience = (path: string): boolean => open.some((form) => form.test(path))
