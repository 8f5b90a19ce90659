/** The rules: one line each. Their descriptions and examples are the documentation. */
import type { Rule } from '../types.ts'
import { againstCommunique } from './against-communique.ts'
import { announcedCount } from './announced-count.ts'
import { baseAgainstEarlier } from './base-against-earlier.ts'
import { cutOff, repeatedBody, splitQuotation } from './capture.ts'
import { contradictingComparators } from './contradicting-comparators.ts'
import { countShare } from './count-share.ts'
import { fromToChange } from './from-to-change.ts'
import { growthTwoLevels } from './growth-two-levels.ts'
import { headingSkip } from './heading-skip.ts'
import { implausibleMagnitude } from './implausible-magnitude.ts'
import { levelChangeBase } from './level-change-base.ts'
import { listLengths } from './list-lengths.ts'
import { listSkip } from './list-skip.ts'
import { lostCharacters } from './lost-characters.ts'
import { misnamedIndicator } from './misnamed-indicator.ts'
import { misplacedSection } from './misplaced-section.ts'
import { mixedWidth } from './mixed-width.ts'
import { nestedSet } from './nested-set.ts'
import { numeralStyle } from './numeral-style.ts'
import { outcomeAsBound } from './outcome-as-bound.ts'
import { partsTotal } from './parts-total.ts'
import { percentPoints } from './percent-points.ts'
import { placeNotInForce } from './place-not-in-force.ts'
import { saidTwice } from './said-twice.ts'
import { structureSum } from './structure-sum.ts'
import { targetPath } from './target-path.ts'
import { unclosedMark } from './unclosed-mark.ts'
import { vaguePromise } from './vague-promise.ts'

export const rules: readonly Rule[] = [
  structureSum,
  partsTotal,
  nestedSet,
  countShare,
  fromToChange,
  growthTwoLevels,
  levelChangeBase,
  baseAgainstEarlier,
  againstCommunique,
  saidTwice,
  targetPath,
  outcomeAsBound,
  listLengths,
  announcedCount,
  implausibleMagnitude,
  percentPoints,
  contradictingComparators,
  misnamedIndicator,
  placeNotInForce,
  misplacedSection,
  cutOff,
  splitQuotation,
  unclosedMark,
  repeatedBody,
  lostCharacters,
  headingSkip,
  listSkip,
  mixedWidth,
  numeralStyle,
  vaguePromise,
]
