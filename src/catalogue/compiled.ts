/**
 * The word lists that reading scans for. Run from source they are compiled from the tables on first use; the build puts in place of
 * this module one that holds what these functions return, so that a start of the package has nothing to compile.
 */
export { compileCues as cueData } from './compile/cues.ts'
export { compileLexicon as lexiconData } from './compile/lexicon.ts'
export { compilePlaces as placeData } from './compile/places.ts'
export { compileSigns as signData } from './compile/signs.ts'
export { compileTopics as topicData } from './compile/topics.ts'
export { compileUnits as unitData } from './compile/units.ts'
