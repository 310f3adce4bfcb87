/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled once for all of the core: reading GLib takes longer than most files here. No guard: it is a main file. */

#include "config.h"

#include <gio/gio.h>
