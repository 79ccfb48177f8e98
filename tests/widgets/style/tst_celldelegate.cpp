// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plainline.h"
#include "style/celldelegate.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int width = 200;

/// A table with one row of two cells; the look of the first is ours.
struct Fixture
{
    Fixture()
        : delegate(
              [this](const QModelIndex &index) { return index.column() == 0 ? look : CellLook{}; })
    {
        for (int column = 0; column < 2; ++column) {
            model.setItem(0, column, new QStandardItem);
        }
        view.setModel(&model);
        view.setItemDelegate(&delegate);
        setUpCellTable(view, 20);
        view.setColumnWidth(0, width);
        view.setColumnWidth(1, width);
        view.setPalette(themePalette(lightColors()));
        view.resize(2 * width, 100);
    }
    [[nodiscard]] QModelIndex cell(int column = 0) const { return model.index(0, column); }
    [[nodiscard]] QStyleOptionViewItem option(int column = 0) const
    {
        QStyleOptionViewItem made;
        made.initFrom(&view);
        made.widget = &view;
        made.font = view.font();
        made.rect = {column * width, 0, width, CellDelegate::rowHeight};
        made.state = QStyle::State_Enabled;
        return made;
    }
    [[nodiscard]] QImage paint(QStyle::State extra = QStyle::State_None, int column = 0) const
    {
        QImage image(2 * width, CellDelegate::rowHeight, QImage::Format_RGB32);
        image.fill(lightColors().surface);
        QPainter painter(&image);
        QStyleOptionViewItem made = option(column);
        made.state |= extra;
        delegate.paint(&painter, made, cell(column));
        return image;
    }

    CellLook look;
    QStandardItemModel model{1, 2};
    QTableView view;
    CellDelegate delegate;
};

/// First and last column with ink above the hairline; {-1, -1} = none.
std::pair<int, int> inkOf(const QImage &image, int from = 0)
{
    std::pair found{-1, -1};
    for (int x = from; x < image.width(); ++x) {
        for (int y = 0; y < image.height() - 2; ++y) {
            if (image.pixelColor(x, y) != lightColors().surface) {
                found = {found.first < 0 ? x : found.first, x};
                break;
            }
        }
    }
    return found;
}

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) == colour) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class TestCellDelegate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsStandLeftAndNumbersRight();
    void theFirstColumnMayBeFlush();
    void marksStandBeforeTheText_data();
    void marksStandBeforeTheText();
    void voicesDiffer();
    void selectedAndHovered();
    void whatDoesNotFitIsCut();
    void namesKeepTheirEnds();
    void hintsFitWhatIsDrawn();
    void tips_data();
    void tips();
    void aTipIsShown();
    void untrustedText();
    void theTableIsSetUp();
};

void TestCellDelegate::textsStandLeftAndNumbersRight()
{
    Fixture fixture;
    fixture.model.setData(fixture.cell(), u"123"_s);
    QCOMPARE(inkOf(fixture.paint()).first / 4, spacing::s / 4);
    fixture.model.setData(fixture.cell(), int(Qt::AlignRight), Qt::TextAlignmentRole);
    const auto [first, last] = inkOf(fixture.paint());
    QVERIFY(first > width / 2);
    QVERIFY(last < width - CellDelegate::rightInset);
    QVERIFY(last > width - CellDelegate::rightInset - 4);
}

void TestCellDelegate::theFirstColumnMayBeFlush()
{
    Fixture fixture;
    fixture.delegate.setFlushLeft(true);
    for (int column = 0; column < 2; ++column) {
        fixture.model.setData(fixture.cell(column), u"HH"_s);
    }
    QVERIFY(inkOf(fixture.paint()).first < spacing::s / 2);
    QVERIFY(inkOf(fixture.paint(QStyle::State_None, 1)).first >= width + spacing::s);
}

void TestCellDelegate::marksStandBeforeTheText_data()
{
    QTest::addColumn<int>("tone");
    QTest::addColumn<QColor>("colour");
    const ThemeColors &colors = lightColors();
    QTest::newRow("ok") << int(Tone::Ok) << colors.ok;
    QTest::newRow("warning") << int(Tone::Warning) << colors.warning;
    QTest::newRow("critical") << int(Tone::Critical) << colors.critical;
}

void TestCellDelegate::marksStandBeforeTheText()
{
    QFETCH(int, tone);
    QFETCH(QColor, colour);
    Fixture fixture;
    fixture.model.setData(fixture.cell(), u"text"_s);
    const QSize plain = fixture.delegate.sizeHint(fixture.option(), fixture.cell());
    QVERIFY(!hasColour(fixture.paint(), colour));
    fixture.look.tone = static_cast<Tone>(tone);
    QVERIFY(hasColour(fixture.paint(), colour));
    QVERIFY(fixture.delegate.sizeHint(fixture.option(), fixture.cell()).width() > plain.width());
    fixture.model.setData(fixture.cell(), int(Qt::AlignRight), Qt::TextAlignmentRole);
    QVERIFY(hasColour(fixture.paint(), colour));
}

void TestCellDelegate::voicesDiffer()
{
    using Voice = CellLook::Voice;
    Fixture fixture;
    fixture.model.setData(fixture.cell(), u"lll"_s);
    const ThemeColors &colors = lightColors();
    for (const auto &[voice, colour] :
         {std::pair{Voice::Plain, colors.text}, std::pair{Voice::Strong, colors.text},
          std::pair{Voice::Muted, colors.textMuted}, std::pair{Voice::Faint, colors.textFaint}}) {
        fixture.look.voice = voice;
        const QImage image = fixture.paint();
        const auto [first, last] = inkOf(image);
        int darkest = 255;
        for (int x = first; x <= last; ++x) {
            for (int y = 0; y < image.height() - 2; ++y) {
                darkest = std::min(darkest, qGray(image.pixel(x, y)));
            }
        }
        QVERIFY(darkest >= qGray(colour.rgb()) - 1);
        QVERIFY(darkest < qGray(colors.surface.rgb()));
    }
    fixture.model.setData(fixture.cell(), u"mmmmmmmm"_s);
    fixture.look.voice = Voice::Plain;
    const int plain = fixture.delegate.sizeHint(fixture.option(), fixture.cell()).width();
    fixture.look.voice = Voice::Strong;
    QVERIFY(fixture.delegate.sizeHint(fixture.option(), fixture.cell()).width() >= plain);
}

void TestCellDelegate::selectedAndHovered()
{
    Fixture fixture;
    QVERIFY(hasColour(fixture.paint(QStyle::State_Selected), lightColors().selection));
    QVERIFY(hasColour(fixture.paint(QStyle::State_MouseOver), lightColors().raised));
    QVERIFY(!hasColour(fixture.paint(), lightColors().selection));
}

void TestCellDelegate::whatDoesNotFitIsCut()
{
    Fixture fixture;
    fixture.model.setData(fixture.cell(), u"word "_s.repeated(40));
    QVERIFY(inkOf(fixture.paint()).second < width - CellDelegate::rightInset);
    QCOMPARE(inkOf(fixture.paint(), width).first, -1);
}

/// Names are told apart by their ends.
void TestCellDelegate::namesKeepTheirEnds()
{
    Fixture fixture;
    const QString start = u"a-name-that-is-much-too-long-for-its-cell-"_s;
    fixture.model.setData(fixture.cell(), QString{start + u"iiiii"_s});
    const QImage first = fixture.paint();
    fixture.model.setData(fixture.cell(), QString{start + u"mmmmm"_s});
    QVERIFY(fixture.paint() != first);
    const QString words = u"a sentence that is much too long for its cell "_s;
    fixture.model.setData(fixture.cell(), QString{words + u"iiiii"_s});
    const QImage sentence = fixture.paint();
    fixture.model.setData(fixture.cell(), QString{words + u"mmmmm"_s});
    QCOMPARE(fixture.paint(), sentence);
}

void TestCellDelegate::hintsFitWhatIsDrawn()
{
    Fixture fixture;
    for (const QString &text : {u"a"_s, u"111"_s, u"rag-worker-7d9f8b6c54-x2x4z"_s}) {
        fixture.model.setData(fixture.cell(), text);
        QStyleOptionViewItem option = fixture.option();
        option.rect.setWidth(fixture.delegate.sizeHint(option, fixture.cell()).width());
        QVERIFY(fixture.delegate.toolTip(option, fixture.cell()).isEmpty()); // nothing is cut
        option.rect.setWidth(option.rect.width() - 2);
        QVERIFY(!fixture.delegate.toolTip(option, fixture.cell()).isEmpty());
    }
}

void TestCellDelegate::tips_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("tip");
    const QString words = u"<word> "_s.repeated(40).trimmed();
    const QString whole = u"<qt>"_s + words.toHtmlEscaped() + u"</qt>"_s;
    const QString own = u"<qt>own</qt>"_s;
    QTest::newRow("all is seen") << u"short"_s << QString{} << QString{};
    QTest::newRow("more to say") << u"short"_s << own << own;
    QTest::newRow("cut") << words << QString{} << whole;
    QTest::newRow("cut, and more to say") << words << own << QString{whole + u"<br/>"_s + own};
}

void TestCellDelegate::tips()
{
    QFETCH(QString, text);
    QFETCH(QString, own);
    Fixture fixture;
    fixture.model.setData(fixture.cell(), text);
    fixture.model.setData(fixture.cell(), own, Qt::ToolTipRole);
    QTEST(fixture.delegate.toolTip(fixture.option(), fixture.cell()), "tip");
}

void TestCellDelegate::aTipIsShown()
{
    Fixture fixture;
    fixture.model.setData(fixture.cell(), u"word "_s.repeated(40).trimmed());
    fixture.view.show();
    const QPoint place(20, 10);
    QHelpEvent help(QEvent::ToolTip, place, fixture.view.viewport()->mapToGlobal(place));
    QVERIFY(fixture.delegate.helpEvent(&help, &fixture.view, fixture.option(), fixture.cell()));
    QVERIFY(QToolTip::text().contains(u"word word"_s));
    QVERIFY(fixture.delegate.helpEvent(&help, &fixture.view, fixture.option(1), fixture.cell(1)));
    QTRY_VERIFY_WITH_TIMEOUT(!QToolTip::isVisible() || QToolTip::text().isEmpty(), 60'000);
}

void TestCellDelegate::untrustedText()
{
    Fixture fixture;
    const QString shown = u"a b"_s;
    fixture.model.setData(fixture.cell(), shown);
    const QImage expected = fixture.paint();
    fixture.model.setData(fixture.cell(), u"\u202Ea\n\u2066b\u0007"_s);
    QCOMPARE(fixture.paint(), expected);
    QCOMPARE(plainLine(u"x"_s.repeated(500)).size(), 401);
    QCOMPARE(plainLine(u"x"_s.repeated(500), 1'000).size(), 500);
    QCOMPARE(plainTip({}), QString{});
    QCOMPARE(plainTip(u"R&D \"x\"\n<img src=a>"_s),
             u"<qt>R&amp;D &quot;x&quot;<br>&lt;img src=a&gt;</qt>"_s);
}

void TestCellDelegate::theTableIsSetUp()
{
    Fixture fixture;
    QCOMPARE(fixture.view.rowHeight(0), CellDelegate::rowHeight);
    QCOMPARE(fixture.view.horizontalHeader()->minimumSectionSize(), 20);
    QVERIFY(fixture.view.verticalHeader()->isHidden());
    QVERIFY(!fixture.view.showGrid());
    QCOMPARE(fixture.view.editTriggers(), QAbstractItemView::NoEditTriggers);
}

QTEST_MAIN(TestCellDelegate)
#include "tst_celldelegate.moc"
