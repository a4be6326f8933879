"""A small browser on WebKitGTK for `npm run test:engines`, started by WebKitWebDriver.

MiniBrowser, which comes with the driver, forgets its data and is never narrower than 447 px. This one
keeps its data where it is told, is as wide as it is told, saves downloads, and prints to a file at the
signal USR1. What happens in it, it tells on its standard output: one line of JSON for each event, after
`EVENT_MARK`.

Arguments: --automation, --data DIR (kept data; without it a private window), --size WIDTHxHEIGHT.
"""

import argparse
import json
import os
import signal
import sys
import tempfile

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

EVENT_MARK = "engine-event "

# What Safari has and WebKitGTK has not switched on.
SAFARI_FEATURES = {
    "AccessHandle",
    "FileSystem",
    "FileSystemWritableStream",
    "StorageAPI",
    "StorageAPIEstimate",
}


def tell(event, **details):
    print(EVENT_MARK + json.dumps({"event": event, **details}), flush=True)


def make_context(data):
    if data is None:
        manager = WebKit2.WebsiteDataManager.new_ephemeral()
    else:
        manager = WebKit2.WebsiteDataManager(
            base_data_directory=os.path.join(data, "data"),
            base_cache_directory=os.path.join(data, "cache"),
        )
    context = WebKit2.WebContext(website_data_manager=manager)
    context.set_automation_allowed(True)
    context.connect("download-started", on_download)
    return context


def make_settings():
    settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
    features = WebKit2.Settings.get_all_features()
    for index in range(features.get_length()):
        feature = features.get(index)
        if feature.get_identifier() in SAFARI_FEATURES:
            settings.set_feature_enabled(feature, True)
    return settings


def on_download(context, download):
    folder = tempfile.mkdtemp(prefix="postil-downloads-")
    names = []

    def decide(download, suggested):
        names.append(suggested)
        download.set_destination("file://" + os.path.join(folder, "download"))
        return True

    def finished(download):
        tell("download", name=names[0], path=os.path.join(folder, "download"))

    download.connect("decide-destination", decide)
    download.connect("finished", finished)


def on_load_changed(view, change):
    tell("load", state=change.value_nick, url=view.get_uri() or "")


def print_page(view):
    """Prints the page to a file. By itself: under automation window.print() does nothing."""
    path = os.path.join(tempfile.mkdtemp(prefix="postil-print-"), "page.pdf")
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + path)
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.connect("finished", lambda _: tell("printed", path=path))
    operation.connect("failed", lambda _, error: tell("failed", message=error.message))
    operation.print_()
    return GLib.SOURCE_CONTINUE


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--automation", action="store_true")
    parser.add_argument("--data")
    parser.add_argument("--size", default="412x915")
    arguments, _ = parser.parse_known_args()
    width, height = map(int, arguments.size.split("x"))

    context = make_context(arguments.data)
    window = Gtk.Window(default_width=width, default_height=height, decorated=False)
    view = WebKit2.WebView(
        web_context=context,
        settings=make_settings(),
        is_controlled_by_automation=arguments.automation,
    )
    view.connect("load-changed", on_load_changed)
    view.connect("close", lambda _: Gtk.main_quit())
    view.connect("web-process-terminated", lambda _, why: tell("crash", why=why.value_nick))
    window.connect("destroy", lambda _: Gtk.main_quit())
    window.add(view)
    window.show_all()

    def on_automation_started(context, session):
        session.set_application_info(WebKit2.ApplicationInfo())
        session.connect("create-web-view", lambda _: view)

    context.connect("automation-started", on_automation_started)
    tell("started", pid=os.getpid())
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, Gtk.main_quit)
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, print_page, view)
    Gtk.main()


if __name__ == "__main__":
    sys.exit(main())
