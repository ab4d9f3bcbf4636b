/** Groei's registration in the organisation's Entra, as the server relies on it and `npm run tenant` makes it. */

/** The app role that an organisation gives to those who look after Groei's templates and settings. */
export const adminRole = 'Groei.Admin'

/** Clients that may bring a token: Teams desktop and mobile, Teams web, Microsoft 365 and Outlook. */
export const authorisedClients = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
]

/** Delegated permissions of Microsoft Graph (docs/deployment.md, The app registration). */
export const delegatedPermissions = ['User.Read', 'Calendars.ReadWrite', 'Chat.ReadBasic']

/** Asked for by itself and never insisted on: who has not consented to it says their working hours themselves. */
export const optionalPermissions = ['MailboxSettings.Read']

/** The one permission of the application itself: it installs Groei, and no other app, for a person. */
export const applicationPermission = 'TeamsAppInstallation.ReadWriteSelfForUser.All'
