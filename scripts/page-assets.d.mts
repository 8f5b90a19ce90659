/** Where the module lies. */
export const target: URL
/** The generated module's text for the sources as they stand. */
export function assets(): Promise<string>
