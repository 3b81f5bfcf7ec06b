/** The only door of this room: word lists, and what they say about a word. They stand in `data/`. */
export { COUNTRIES, type Country, capitalsOf, countryOf, countryOfCapital, countryOfDemonym } from './countries.ts';
export { matchPlace, type PlaceMatch } from './gazetteer.ts';
export { frontType, headType, isSubject, nounType } from './heads.ts';
export { genderOf, isFirstName } from './names.ts';
export { isPlatform, matchBody, worldBodyOf } from './organizations.ts';
export { remember } from './remember.ts';
export {
  fullTitle,
  isAbbreviatedTitle,
  LONGEST_TITLE,
  type RoleKind,
  roleKind,
  type TitleKind,
  titleKind,
} from './titles.ts';
