import { bilingual } from '../../server/contract/bilingual.ts'

/** Why somebody is not signed in, by who can do what about it; `host`: the server's name in its addresses. */
export const signInTexts = bilingual({
  nl: {
    busy: {
      title: 'Aanmelden lukt nu niet',
      detail: 'Microsoft heeft het druk. Wacht een minuut en probeer het opnieuw.',
    },
    'no-bridge': {
      title: 'Outlook kan je hier niet aanmelden',
      detail:
        'Sluit Outlook en open het opnieuw. Blijft dit zo, open Groei dan in Teams, of in Outlook op een andere manier: op het web of als programma.',
    },
    'other-account': {
      title: 'Je bent aangemeld met een ander account',
      detail: (mailbox: string, signedIn: string) =>
        `Hier is de mailbox van ${mailbox} open, maar Groei kreeg het account ${signedIn}. Meld je aan met het account van deze mailbox.`,
    },
    signInAs: (mailbox: string) => `Aanmelden als ${mailbox}`,
    account: {
      title: 'Je account kan zich niet aanmelden',
      detail:
        'Het is geblokkeerd of uitgeschakeld, of het wachtwoord is verlopen. Vraag het na bij je beheerder.',
    },
    redirect: {
      title: 'Groei is nog niet goed ingesteld',
      detail: (host: string) =>
        `Je beheerder kan dit oplossen: de app-registratie van Groei in Microsoft Entra mist de omleidings-URI brk-multihub://${host} (type: toepassing met één pagina).`,
    },
    package: {
      title: 'Groei is nog niet goed ingesteld',
      detail: (host: string) =>
        `Je beheerder kan dit oplossen: het app-pakket van Groei is niet voor ${host} gemaakt. Laad het pakket van deze server.`,
    },
    'not-in-tenant': {
      title: 'Je organisatie heeft Groei niet',
      detail:
        'Vraag je beheerder om Groei toe te voegen aan Microsoft Entra. Ben je hier te gast? Open Groei dan bij je eigen organisatie.',
    },
    consent: {
      title: 'Je beheerder moet Groei eerst goedkeuren',
      detail:
        'Vraag om toestemming voor de hele organisatie: in Microsoft Entra, bij de bedrijfstoepassing Groei, onder Machtigingen.',
    },
    'not-assigned': {
      title: 'Je hebt nog geen toegang tot Groei',
      detail:
        'Vraag je beheerder om jou toe te wijzen: in Microsoft Entra, bij de bedrijfstoepassing Groei, onder Gebruikers en groepen.',
    },
    rules: {
      title: 'De regels van je organisatie houden dit tegen',
      detail:
        'Probeer het op een apparaat en een netwerk van je werk. Lukt het daar ook niet, vraag dan je beheerder naar voorwaardelijke toegang.',
    },
    refused: {
      title: 'Aanmelden is niet gelukt',
      detail: 'Probeer het opnieuw. Gaat het weer mis, vraag het dan aan je beheerder.',
    },
    code: (code: string) => `Voor je beheerder: ${code}`,
  },
  en: {
    busy: {
      title: 'You cannot sign in right now',
      detail: 'Microsoft is busy. Wait a minute and try again.',
    },
    'no-bridge': {
      title: 'Outlook cannot sign you in here',
      detail:
        'Close Outlook and open it again. If this stays, open Groei in Teams, or in another Outlook: on the web or the app.',
    },
    'other-account': {
      title: 'You are signed in with another account',
      detail: (mailbox, signedIn) =>
        `The mailbox of ${mailbox} is open here, but Groei was given the account ${signedIn}. Sign in with the account of this mailbox.`,
    },
    signInAs: (mailbox) => `Sign in as ${mailbox}`,
    account: {
      title: 'Your account cannot sign in',
      detail: 'It is locked or disabled, or its password has expired. Ask your admin.',
    },
    redirect: {
      title: 'Groei is not set up completely',
      detail: (host) =>
        `Your admin can solve this: Groei’s app registration in Microsoft Entra lacks the redirect URI brk-multihub://${host} (type: single-page application).`,
    },
    package: {
      title: 'Groei is not set up completely',
      detail: (host) =>
        `Your admin can solve this: Groei’s app package was not made for ${host}. Upload the package of this server.`,
    },
    'not-in-tenant': {
      title: 'Your organisation does not have Groei',
      detail:
        'Ask your admin to add Groei to Microsoft Entra. Are you a guest here? Then open Groei in your own organisation.',
    },
    consent: {
      title: 'Your admin has to approve Groei first',
      detail:
        'Ask for consent for the whole organisation: in Microsoft Entra, at the enterprise application Groei, under Permissions.',
    },
    'not-assigned': {
      title: 'You have no access to Groei yet',
      detail:
        'Ask your admin to assign you: in Microsoft Entra, at the enterprise application Groei, under Users and groups.',
    },
    rules: {
      title: 'Your organisation’s rules prevent this',
      detail:
        'Try it on a device and a network of your work. If that fails too, ask your admin about Conditional Access.',
    },
    refused: {
      title: 'Signing in did not work',
      detail: 'Please try again. If it goes wrong again, ask your admin.',
    },
    code: (code) => `For your admin: ${code}`,
  },
})
