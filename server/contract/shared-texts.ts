import type { WaitingReason } from './publication.ts'
import { bilingual } from './bilingual.ts'

/** Why what was shared is not in the invite yet, said by the screens and by the bot: with the other's name, and since when it is tried. */
export const waitingTexts = bilingual({
  nl: {
    title: 'Afgerond, maar nog niet in de uitnodiging',
    reasons: {
      queued: () => 'Wordt nu in de volgende uitnodiging gezet…',
      'no-next-meeting': () =>
        'Er staat nog geen volgend gesprek in de agenda. Plan er een en open Groei: dan komt het in die uitnodiging.',
      'organiser-sign-in': () => 'De organisator moet Groei eerst openen. Daarna gaat het vanzelf verder.',
      'no-mailbox': () =>
        'De mailbox van de organisator staat niet (meer) in Microsoft 365, dus Groei kan nu niets in die uitnodiging schrijven of eruit halen. Groei kijkt elke dag opnieuw; je beheerder kan nagaan wat er met die mailbox is.',
      'other-not-here': (name: string) =>
        `${name} moet Groei eerst één keer openen. Tot dan weet Groei niet of dat adres van één persoon is, of van een groep die dan meeleest. Daarna gaat het vanzelf verder.`,
      'not-a-one-on-one': () =>
        'Dit gesprek is nu niet van jullie tweeën alleen, dus er is niets gedeeld. Zijn jullie weer met z’n tweeën, dan gaat het vanzelf verder.',
      throttled: () => 'Microsoft 365 vraagt om even te wachten. Groei probeert het zo opnieuw.',
      'microsoft-unavailable': () => 'Microsoft 365 antwoordt nu niet. Groei probeert het zo opnieuw.',
      'keeps-failing': (_name: string, since: string) =>
        `Sinds ${since} probeert Groei de uitnodiging bij te werken, en telkens neemt Microsoft 365 dat niet aan. Groei blijft het elk uur proberen. Duurt het te lang? Laat je beheerder bij Microsoft navragen wat er met de mailbox van de organisator is.`,
      'microsoft-refused': () =>
        'Microsoft 365 weigerde dit. Vraag je beheerder of Groei je agenda mag bijwerken.',
      'changed-meanwhile': () => 'De uitnodiging is net veranderd. Groei probeert het opnieuw.',
      'join-link-at-risk': () =>
        'De uitnodiging zou haar vergaderlink kwijtraken, dus Groei heeft er niets in geschreven. Maak er weer een Teams-vergadering van en deel dan opnieuw.',
      'too-large': () =>
        'De tekst van de uitnodiging is te groot of te ingewikkeld om er iets aan toe te voegen, dus Groei heeft er niets in geschreven. Maak die tekst korter en open Groei weer: dan gaat het verder.',
      failed: () =>
        'Dit lukte een paar keer niet, dus Groei probeert het niet meer vanzelf. Deel opnieuw om het nog eens te proberen. Lukt het dan niet, vraag dan je beheerder.',
      'not-cleared': () =>
        'Het staat ook nog in een eerdere uitnodiging. Groei haalt het daar weg zodra dat kan. Is die organisator afgemeld, dan gebeurt dat zodra die Groei opent.',
      altered: () =>
        'In een uitnodiging waar het uit moet, heeft iemand de regels veranderd waaraan Groei het stuk herkent. Groei weet niet meer waar het ophoudt en laat het staan. Haal het er zelf uit: wie die uitnodiging heeft, kan het lezen.',
    } satisfies Record<WaitingReason, (name: string, since: string) => string>,
  },
  en: {
    title: 'Finished, but not in the invite yet',
    reasons: {
      queued: () => 'Being added to the next invite…',
      'no-next-meeting': () =>
        'There is no next conversation in the calendar yet. Plan one and open Groei: it goes into that invite.',
      'organiser-sign-in': () => 'The organiser has to open Groei first. The rest then happens by itself.',
      'no-mailbox': () =>
        'The organiser’s mailbox is not in Microsoft 365 (any more), so Groei can neither write into that invite nor remove anything from it now. Groei looks again every day; your admin can find out what happened to that mailbox.',
      'other-not-here': (name) =>
        `${name} has to open Groei once first. Until then Groei cannot tell if that address belongs to one person, or to a group that would read along. The rest then happens by itself.`,
      'not-a-one-on-one': () =>
        'This is not just the two of you now, so nothing was shared. When it is just you two again, it continues by itself.',
      throttled: () => 'Microsoft 365 asked Groei to wait a moment. Groei will try again shortly.',
      'microsoft-unavailable': () =>
        'Microsoft 365 is not responding right now. Groei will try again shortly.',
      'keeps-failing': (_name, since) =>
        `Since ${since} Groei has been trying to update the invite, and each time Microsoft 365 has not accepted it. Groei keeps trying every hour. If it takes too long, have your admin ask Microsoft what is wrong with the organiser’s mailbox.`,
      'microsoft-refused': () =>
        'Microsoft 365 refused this. Ask your admin if Groei may update your calendar.',
      'changed-meanwhile': () => 'The invite has just changed. Groei is trying again.',
      'join-link-at-risk': () =>
        'The invite would lose its meeting link, so Groei wrote nothing into it. Make it a Teams meeting again, then share again.',
      'too-large': () =>
        'The invite’s text is too large or too complicated to add to, so Groei wrote nothing into it. Make that text shorter and open Groei again: then it continues.',
      failed: () =>
        'This went wrong several times, so Groei has stopped trying by itself. Share again to give it another try. If that does not help, ask your admin.',
      'not-cleared': () =>
        'It is still in an earlier invite too. Groei removes it there as soon as it can. If that organiser is signed out, this happens once they open Groei.',
      altered: () =>
        'In an invite that it has to leave, somebody changed the lines by which Groei knows its section. Groei cannot tell where it ends any more and leaves it there. Remove it yourself: whoever has that invite can read it.',
    },
  },
})

/** The parts of a commitment, where one is read. */
export const commitmentPartTexts = bilingual({
  nl: {
    firstStep: 'Eerste stap',
    due: 'Wanneer',
    criterion: 'Gelukt als',
    ifThen: 'Als-danplan',
  },
  en: {
    firstStep: 'First step',
    due: 'When',
    criterion: 'It worked if',
    ifThen: 'If–then plan',
  },
})

/** A warning against sensitive personal data, shown where people write. */
export const specialDataTexts = bilingual({
  nl: {
    special: 'Niets over gezondheid, geloof, afkomst of andere gevoelige zaken: dat hoort hier niet.',
  },
  en: {
    special: 'Nothing about health, religion, origin or other sensitive matters: that does not belong here.',
  },
})
