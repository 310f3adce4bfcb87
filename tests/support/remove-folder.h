/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void remove_folder (const char *path);
