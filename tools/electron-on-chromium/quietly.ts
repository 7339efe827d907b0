/**
 * What Chromium would do beside our page. The last `--disable-features` of a command line counts, so this list takes in
 * what Playwright leaves out; the suggestions beneath an address bar that nobody sees cost more than our whole page, and
 * a process kept in store for a page that nobody will open a twelfth of a start.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
]

/** Arguments with which Chromium does nothing but show our pages. */
export const quietly: readonly string[] = [
  `--disable-features=${leftOut.join(',')}`,
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
]
