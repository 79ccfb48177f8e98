// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/pagesetup.h"

#include "connection/workspace.h"
#include "pages/connectionpage.h"
#include "pages/pageregistry.h"

namespace spillway {

using namespace Qt::StringLiterals;

void setUpPages(PageRegistry &registry, const Workspace &, const DashboardLibrary *)
{
    for (const PageGroup group :
         {PageGroup::Watch, PageGroup::Components, PageGroup::Decide, PageGroup::Dashboards}) {
        registry.removeGroup(group);
    }
    registry.add({.id = ConnectionPage::pageId(),
                  .group = PageGroup::Watch,
                  .icon = u"connection"_s,
                  .title = [] { return ConnectionPage::pageTitle(); },
                  .create = [](const PageContext &context, QWidget *parent) -> Page * {
                      return new ConnectionPage(context, parent);
                  }});
}

} // namespace spillway
