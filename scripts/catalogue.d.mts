/** The generated modules for the tables as they stand: texts by their paths from src/catalogue. */
export function compile(): Record<string, string>
/** The modules that there are: the same, unless a table was changed. */
export function compiled(): Record<string, string>
