/// What people do in the browser, as stories: Chromium against the whole application with the real
/// jail. Start reading in `WriteAndRunIT`.
package dev.sandlot.browser;
