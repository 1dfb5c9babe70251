/** So many of each list are shown; a board reads no more. */
export const LISTED_AT_MOST = 200;
