/** The generated module's text for the tables as they stand. */
export function compile(): string
