/** How much a document may cost: bounds for what is read from files that others made. */
export interface Limits {
  /** Bytes of the file. */
  bytes: number
  /** Bytes of everything in it after expansion. */
  expanded: number
  /** Bytes out for each byte in, of one entry of an archive or one compressed stream; small ones are let pass. */
  ratio: number
  /** Entries of an archive, archives inside it included. */
  entries: number
  pages: number
  /** Characters of text. */
  characters: number
  /** Depth to which elements of XML and HTML nest. */
  depth: number
  /** Seconds that the reading of one document may take. */
  seconds: number
  /** Megabytes of memory that it may take. */
  memory: number
}

/**
 * Ten times what the largest reports with their annexes need: the longest has 90,000 characters and 150 pages, and
 * Office XML expands some twentyfold.
 */
export const defaultLimits: Limits = {
  bytes: 100 * 1024 * 1024,
  expanded: 400 * 1024 * 1024,
  ratio: 300,
  entries: 5000,
  pages: 2000,
  characters: 5_000_000,
  depth: 400,
  seconds: 60,
  memory: 1024,
}
