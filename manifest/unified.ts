import { apiScope, tabPages } from '../server/contract/settings.ts'
import { commands, tabNames, texts } from './texts.ts'
import type { Variables } from './variables.ts'

/** The newest schema that Microsoft's own package knows (`@microsoft/app-manifest`). */
export const schemaVersion = '1.30'

/** Sizes of the ribbon's icons, in pixels; the server serves them. */
export const ribbonIcons = [16, 32, 80] as const

/** The Application ID URI; Teams wants the host in it ("Configure code to enable SSO", resource). */
export const appIdUri = ({ HOSTNAME, CLIENT_ID }: Variables): string => `api://${HOSTNAME}/${CLIENT_ID}`

const openPane = 'openPane'

/** Both forms of an event have the button: that of its organiser and that of who is invited. */
const forms = [
  { name: 'organiser', context: 'meetingDetailsOrganizer' },
  { name: 'attendee', context: 'meetingDetailsAttendee' },
] as const

/**
 * The one package for Teams and Outlook, in English; `translation` says the rest.
 * @param version of the package, `major.minor.patch`
 */
export function unifiedManifest(variables: Variables, version: string) {
  const { APP_ID, CLIENT_ID, BOT_ID, ADDIN_ID, HOSTNAME } = variables
  const page = (path: string) => `https://${HOSTNAME}${path}`
  const resource = appIdUri(variables)
  const icons = ribbonIcons.map((size) => ({ size, url: page(`/icons/icon-${size}.png`) }))
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: APP_ID,
    localizationInfo: {
      defaultLanguageTag: 'en',
      defaultLanguageFile: 'en.json',
      additionalLanguages: [{ languageTag: 'nl', file: 'nl.json' }],
    },
    developer: {
      name: variables.DEVELOPER_NAME,
      websiteUrl: variables.WEBSITE_URL,
      privacyUrl: variables.PRIVACY_URL,
      termsOfUseUrl: variables.TERMS_URL,
    },
    name: { short: texts.name.en, full: texts.fullName.en },
    description: { short: texts.short.en, full: texts.full.en },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#5B5FC7',
    defaultInstallScope: 'personal',
    defaultGroupCapability: { meetings: 'tab', groupchat: 'tab' },
    configurableTabs: [
      {
        configurationUrl: page('/configure'),
        canUpdateConfiguration: false,
        scopes: ['groupChat'],
        // The side panel needs one of the other two (docs/platform-facts.md, From the side panel to the event).
        context: ['meetingSidePanel', 'meetingDetailsTab', 'meetingChatTab'],
      },
    ],
    staticTabs: [
      ...Object.entries(tabPages).map(([entityId, path], at) => ({
        entityId,
        name: tabNames[at]?.en,
        contentUrl: page(`/tab#${path}`),
        websiteUrl: page(`/tab#${path}`),
        scopes: ['personal'],
      })),
      // The chat with the bot, where reminders arrive; Teams names it.
      { entityId: 'conversations', scopes: ['personal'] },
    ],
    bots: [
      {
        botId: BOT_ID,
        scopes: ['personal', 'groupChat'],
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ['personal'],
            commands: commands.map(({ title, description }) => ({
              title: title.en,
              description: description.en,
            })),
          },
        ],
      },
    ],
    validDomains: [HOSTNAME],
    webApplicationInfo: {
      id: CLIENT_ID,
      resource,
      // Lets a host ask for our token before we do.
      nestedAppAuthInfo: [{ redirectUri: `brk-multihub://${HOSTNAME}`, scopes: [`${resource}/${apiScope}`] }],
    },
    authorization: {
      permissions: {
        resourceSpecific: [
          // The join link and start of the meeting that the side panel stands beside.
          { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
          // The id of the event that the pane stands beside; Groei reads nothing else of it through Outlook.
          { name: 'MailboxItem.Read.User', type: 'Delegated' },
        ],
      },
    },
    showLoadingIndicator: true,
    extensions: [
      {
        requirements: { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: '1.8' }] },
        runtimes: [
          {
            id: 'pane',
            type: 'general',
            code: { page: page('/pane') },
            lifetime: 'short',
            actions: [{ id: openPane, type: 'openPage', view: 'pane' }],
          },
        ],
        ribbons: forms.map(({ name, context }) => ({
          contexts: [context],
          tabs: [
            {
              builtInTabId: 'TabDefault',
              groups: [
                {
                  id: `${name}Group`,
                  label: texts.name.en,
                  icons,
                  controls: [
                    {
                      id: `${name}Button`,
                      type: 'button',
                      label: texts.open.en,
                      icons,
                      supertip: { title: texts.open.en, description: texts.openTip.en },
                      actionId: openPane,
                    },
                  ],
                },
              ],
            },
          ],
        })),
        // Outlooks that take this package hide the add-in-only one, so that nobody sees two.
        alternates: [
          { requirements: { scopes: ['mail'] }, hide: { customOfficeAddin: { officeAddinId: ADDIN_ID } } },
        ],
      },
    ],
  }
}

/** The language file of one language: what it says, by the path in the manifest. */
export function translation(language: 'nl' | 'en'): Record<string, string> {
  const ribbon = (at: number) => {
    const group = `extensions[0].ribbons[${at}].tabs[0].groups[0]`
    return {
      [`${group}.label`]: texts.name[language],
      [`${group}.controls[0].label`]: texts.open[language],
      [`${group}.controls[0].supertip.title`]: texts.open[language],
      [`${group}.controls[0].supertip.description`]: texts.openTip[language],
    }
  }
  const command = (at: number) => {
    const path = `bots[0].commandLists[0].commands[${at}]`
    return {
      [`${path}.title`]: commands[at]?.title[language],
      [`${path}.description`]: commands[at]?.description[language],
    }
  }
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': texts.name[language],
    'name.full': texts.fullName[language],
    'description.short': texts.short[language],
    'description.full': texts.full[language],
    ...Object.fromEntries(tabNames.map((name, at) => [`staticTabs[${at}].name`, name[language]])),
    ...Object.assign({}, ...commands.map((_command, at) => command(at))),
    ...Object.assign({}, ...forms.map((_form, at) => ribbon(at))),
  }
}
