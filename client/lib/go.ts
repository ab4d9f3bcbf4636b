import { hrefOf, type Route } from './route.ts'

/** Goes to a page, as a link would. */
export function go(route: Route): void {
  location.hash = hrefOf(route)
}

/** Goes to a page in place of this one, which the way back then passes over. */
export const goInstead = (route: Route): void => location.replace(hrefOf(route))
