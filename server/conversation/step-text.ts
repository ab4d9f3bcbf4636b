/** A step can be called what every object has, such as `constructor`: only what was written counts. */
export const stepTextOf = (texts: Record<string, string>, stepId: string): string =>
  Object.hasOwn(texts, stepId) ? (texts[stepId] ?? '') : ''
