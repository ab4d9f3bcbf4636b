import type { Localized } from '../server/contract/shape.ts'
import { texts } from './texts.ts'
import { ribbonIcons } from './unified.ts'
import type { Variables } from './variables.ts'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A value in English with its Dutch beside it, as the add-in schema wants it. */
const localized = (tag: string, { en, nl }: Localized, id = '') => {
  const prefix = id ? 'bt:' : ''
  const name = id ? ` id="${id}"` : ''
  const dutch = en === nl ? '' : `<${prefix}Override Locale="nl-NL" Value="${escape(nl)}"/>`
  return `<${prefix}${tag}${name} DefaultValue="${escape(en)}">${dutch}</${prefix}${tag}>`
}

const iconIds = ribbonIcons.map((size) => `<bt:Image size="${size}" resid="icon${size}"/>`).join('')

const surface = (type: string, name: string) => `
          <ExtensionPoint xsi:type="${type}">
            <OfficeTab id="TabDefault">
              <Group id="${name}Group">
                <Label resid="name"/>
                <Control xsi:type="Button" id="${name}Button">
                  <Label resid="open"/>
                  <Supertip><Title resid="open"/><Description resid="openTip"/></Supertip>
                  <Icon>${iconIds}</Icon>
                  <Action xsi:type="ShowTaskpane"><SourceLocation resid="pane"/></Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>`

/**
 * The add-in-only manifest, for the Outlooks that do not take the unified one: on the Mac, and perpetual ones
 * (docs/platform-facts.md, The manifest). The unified one hides it where both are installed.
 */
export function addInManifest(variables: Variables, version: string): string {
  const { ADDIN_ID, HOSTNAME, DEVELOPER_NAME, WEBSITE_URL } = variables
  const page = (path: string) => `https://${HOSTNAME}${path}`
  const images = ribbonIcons
    .map((size) => `<bt:Image id="icon${size}" DefaultValue="${page(`/icons/icon-${size}.png`)}"/>`)
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>${ADDIN_ID}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${escape(DEVELOPER_NAME)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  ${localized('DisplayName', texts.name)}
  ${localized('Description', texts.short)}
  <IconUrl DefaultValue="${page('/icons/icon-64.png')}"/>
  <HighResolutionIconUrl DefaultValue="${page('/icons/icon-128.png')}"/>
  <SupportUrl DefaultValue="${escape(WEBSITE_URL)}"/>
  <AppDomains><AppDomain>https://${HOSTNAME}</AppDomain></AppDomains>
  <Hosts><Host Name="Mailbox"/></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="1.8"/></Sets></Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead">
      <DesktopSettings>
        <SourceLocation DefaultValue="${page('/pane')}"/>
        <RequestedHeight>450</RequestedHeight>
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadItem</Permissions>
  <Rule xsi:type="ItemIs" ItemType="Appointment" FormType="Read"/>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements><bt:Sets DefaultMinVersion="1.8"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
      <Hosts>
        <Host xsi:type="MailHost">
          <DesktopFormFactor>${surface('AppointmentOrganizerCommandSurface', 'organiser')}${surface('AppointmentAttendeeCommandSurface', 'attendee')}
          </DesktopFormFactor>
        </Host>
      </Hosts>
      <Resources>
        <bt:Images>${images}</bt:Images>
        <bt:Urls><bt:Url id="pane" DefaultValue="${page('/pane')}"/></bt:Urls>
        <bt:ShortStrings>${localized('String', texts.name, 'name')}${localized('String', texts.open, 'open')}</bt:ShortStrings>
        <bt:LongStrings>${localized('String', texts.openTip, 'openTip')}</bt:LongStrings>
      </Resources>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`
}
