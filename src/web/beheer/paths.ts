/** Where `/beheer` begins, and where one logs in. */
export const BEHEER = '/beheer';
export const LOGIN_PATH = `${BEHEER}/inloggen`;
