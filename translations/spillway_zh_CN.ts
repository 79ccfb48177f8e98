<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>搜索与命令</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Open the link in the clipboard</source>
        <translation>打开剪贴板中的链接</translation>
    </message>
    <message>
        <source>Choose the time range</source>
        <translation>选择时间范围</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Wider range</source>
        <translation>扩大范围</translation>
    </message>
    <message>
        <source>Freeze the range, or follow now</source>
        <translation>固定时间范围，或跟随当前时间</translation>
    </message>
    <message>
        <source>Compare with last week</source>
        <translation>与上周对比</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation>暂停刷新</translation>
    </message>
    <message>
        <source>Refresh more often</source>
        <translation>加快刷新</translation>
    </message>
    <message>
        <source>Refresh less often</source>
        <translation>放慢刷新</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航栏</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>大屏模式</translation>
    </message>
    <message>
        <source>Rotate the pages in wall mode</source>
        <translation>大屏模式下轮播页面</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Copy a link to this view</source>
        <translation>复制此视图的链接</translation>
    </message>
    <message>
        <source>Copy a link with the times frozen</source>
        <translation>复制固定时间的链接</translation>
    </message>
    <message>
        <source>Save the page as a picture</source>
        <translation>将页面保存为图片</translation>
    </message>
    <message>
        <source>Switch the workspace</source>
        <translation>切换工作区</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Edit the workspace</source>
        <translation>编辑工作区</translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation>打开工作区文件</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Problems in files</source>
        <translation>文件中的问题</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Spillway</source>
        <translation>关于 Spillway</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>BreakerTableModel</name>
    <message>
        <source>forced open</source>
        <translation>强制打开</translation>
    </message>
    <message>
        <source>disabled: calls always pass</source>
        <translation>停用：调用总是放行</translation>
    </message>
    <message>
        <source>metrics only: calls pass and are counted</source>
        <translation>仅统计：调用放行并计数</translation>
    </message>
    <message>
        <source>other thresholds</source>
        <translation>其他阈值</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>限流</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>半开</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>metrics only</source>
        <translation>仅统计</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>the event has no start (DTSTART)</source>
        <translation>活动没有开始时间 (DTSTART)</translation>
    </message>
    <message>
        <source>the start is no date</source>
        <translation>开始时间不是日期</translation>
    </message>
    <message>
        <source>Write it as 20261001 or 20261001T090000.</source>
        <translation>请写成 20261001 或 20261001T090000。</translation>
    </message>
    <message>
        <source>the end is not of the same kind as the start</source>
        <translation>结束时间与开始时间的类型不同</translation>
    </message>
    <message>
        <source>Write both as dates, or both as times.</source>
        <translation>请都写成日期，或都写成时间。</translation>
    </message>
    <message>
        <source>the event ends before it starts</source>
        <translation>活动的结束早于开始</translation>
    </message>
    <message>
        <source>the duration is not understood</source>
        <translation>无法识别时长</translation>
    </message>
    <message>
        <source>Write it as P1D or PT8H.</source>
        <translation>请写成 P1D 或 PT8H。</translation>
    </message>
    <message>
        <source>an excluded date (EXDATE) is no date</source>
        <translation>排除日期 (EXDATE) 不是日期</translation>
    </message>
    <message>
        <source>a further date (RDATE) is no date</source>
        <translation>附加日期 (RDATE) 不是日期</translation>
    </message>
    <message>
        <source>the recurrence rule contradicts itself</source>
        <translation>重复规则自相矛盾</translation>
    </message>
    <message>
        <source>its events recur more than %1 times</source>
        <translation>其中的活动重复超过 %1 次</translation>
    </message>
    <message>
        <source>Give a calendar of holidays only.</source>
        <translation>请提供只含节假日的日历。</translation>
    </message>
    <message>
        <source>the recurrence rule is not understood</source>
        <translation>无法识别重复规则</translation>
    </message>
    <message>
        <source>Write it as FREQ=YEARLY.</source>
        <translation>请写成 FREQ=YEARLY。</translation>
    </message>
    <message>
        <source>the event recurs several times a day</source>
        <translation>活动一天内重复多次</translation>
    </message>
    <message>
        <source>A holiday recurs daily at most.</source>
        <translation>节假日最多每天重复一次。</translation>
    </message>
    <message>
        <source>there are more than %1 recurring events</source>
        <translation>重复活动超过 %1 个</translation>
    </message>
    <message>
        <source>Give a calendar of holidays only, with yearly rules.</source>
        <translation>请提供只含节假日且按年重复的日历。</translation>
    </message>
    <message>
        <source>the time zone or the span is not valid</source>
        <translation>时区或时间跨度无效</translation>
    </message>
    <message>
        <source>there is no calendar in it</source>
        <translation>其中没有日历</translation>
    </message>
    <message>
        <source>Give an iCalendar file (.ics).</source>
        <translation>请提供 iCalendar 文件 (.ics)。</translation>
    </message>
    <message>
        <source>the file ends inside %1</source>
        <translation>文件在 %1 内部结束</translation>
    </message>
    <message>
        <source>It seems to be cut: fetch it again.</source>
        <translation>文件似乎被截断：请重新获取。</translation>
    </message>
    <message>
        <source>%1 stands outside a calendar</source>
        <translation>%1 位于日历之外</translation>
    </message>
    <message>
        <source>its parts are nested too deep</source>
        <translation>各部分嵌套过深</translation>
    </message>
    <message numerus="yes">
        <source>there are more than %n events</source>
        <translation>
            <numerusform>活动超过 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>END of %1 without its BEGIN</source>
        <translation>END:%1 没有对应的 BEGIN</translation>
    </message>
    <message>
        <source>this is not a calendar line</source>
        <translation>这不是日历行</translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation>超过 4 MiB</translation>
    </message>
    <message>
        <source>Cannot read the calendar</source>
        <translation>无法读取日历</translation>
    </message>
    <message>
        <source>the start is not what its VALUE=%1 says</source>
        <translation>开始时间与其 VALUE=%1 不符</translation>
    </message>
</context>
<context>
    <name>ChartTooltip</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A time (%1) and the name of its zone (%2), as &quot;14:03:15 UTC&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The same time in two zones: &quot;14:03:15 UTC · 22:03:15 CST&quot;.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Stacked total</source>
        <extracomment>Last line of a tooltip: the sum of the series that are stacked.</extracomment>
        <translation>堆叠合计</translation>
    </message>
    <message>
        <source>%1, restarted</source>
        <translation>%1，已重启</translation>
    </message>
</context>
<context>
    <name>CostBasis</name>
    <message>
        <source>data for %1 of that time</source>
        <translation>该时段 %1 有数据</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>CPU %1 a core hour, memory %2 a GiB hour, at the larger of request and use.</source>
        <translation>CPU 每核时 %1，内存每 GiB 时 %2，取请求值与用量中较大者。</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>每个 %1</translation>
    </message>
    <message>
        <source>%1 %2 each</source>
        <translation>每个 %1 %2</translation>
    </message>
    <message>
        <source>Requests have no price in this workspace.</source>
        <translation>此工作区没有请求价格。</translation>
    </message>
    <message>
        <source>Requests: %1.</source>
        <translation>请求：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Tokens: %1 (%2); check them against your contract.</source>
        <translation>token：%1（%2）；请与合同核对。</translation>
    </message>
    <message>
        <source>Tokens: %1; check them against your contract.</source>
        <translation>token：%1；请与合同核对。</translation>
    </message>
    <message>
        <source>%1 is converted at %2, the workspace&apos;s rate.</source>
        <translation>%1 按工作区的汇率 %2 换算。</translation>
    </message>
    <message>
        <source>Cached tokens are not charged as input again.</source>
        <translation>缓存的 token 不再按输入计费。</translation>
    </message>
    <message>
        <source>%1 a day at this rate</source>
        <translation>按此速率每天 %1</translation>
    </message>
    <message numerus="yes">
        <source>without %n row(s) that ended</source>
        <translation>
            <numerusform>不含已结束的 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <translation>自 %1 起，%2</translation>
    </message>
    <message>
        <source>less than an hour of data so far</source>
        <translation>目前数据不足一小时</translation>
    </message>
    <message>
        <source>a straight line through the month to date</source>
        <translation>按本月至今的直线推算</translation>
    </message>
    <message>
        <source>time without data is taken to cost the same</source>
        <translation>没有数据的时段按相同成本计算</translation>
    </message>
    <message>
        <source>the workspace has no budget for a month</source>
        <translation>工作区没有月度预算</translation>
    </message>
    <message>
        <source>of %1 a month</source>
        <translation>每月 %1 中</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>Not included: idle nodes, storage, network and taxes.</source>
        <translation>不包括：空闲节点、存储、网络和税费。</translation>
    </message>
    <message>
        <source>Cost rate</source>
        <translation>成本速率</translation>
    </message>
    <message>
        <source>What the system costs an hour, now.</source>
        <translation>系统现在每小时的成本。</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>本月至今</translation>
    </message>
    <message>
        <source>Time without data costs nothing here.</source>
        <translation>没有数据的时段在此不计成本。</translation>
    </message>
    <message>
        <source>Forecast to month end</source>
        <translation>月末预测</translation>
    </message>
    <message>
        <source>Linear: the month to date, divided by the part of the month that has data.</source>
        <translation>线性：本月至今的成本除以本月有数据的比例。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Spent of the month&apos;s budget; the mark is the forecast.</source>
        <translation>本月预算的已用部分；标记为预测值。</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Requests and tokens are divided among the tags of their component&apos;s pods.</source>
        <translation>请求和 token 按组件各 Pod 的标签分摊。</translation>
    </message>
    <message>
        <source>What it is spent on, month to date (%1)</source>
        <translation>成本去向，本月至今（%1）</translation>
    </message>
    <message>
        <source>Cost rate over the selected time</source>
        <translation>所选时段的成本速率</translation>
    </message>
    <message>
        <source>Tokens by model, month to date</source>
        <translation>各模型 token，本月至今</translation>
    </message>
    <message>
        <source>Input counts what was read from the cache too, if the provider does so.</source>
        <translation>若提供商如此计数，输入也包含从缓存读取的部分。</translation>
    </message>
</context>
<context>
    <name>CostQueries</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>%1, %2: old data is shown. %3</source>
        <translation>%1，%2：显示旧数据。%3</translation>
    </message>
    <message>
        <source>%1, %2: left out. %3</source>
        <translation>%1，%2：未计入。%3</translation>
    </message>
    <message>
        <source>%1, %2: left out. The query found no series.</source>
        <translation>%1，%2：未计入。查询没有找到序列。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1, %2: the server says that parts are missing.</source>
        <translation>%1，%2：服务器表示缺少部分数据。</translation>
    </message>
</context>
<context>
    <name>CronSchedule</name>
    <message numerus="yes">
        <source>it has %n field(s), five are expected</source>
        <translation>
            <numerusform>它有 %n 个字段，应为五个</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation>无法识别“%1”</translation>
    </message>
    <message>
        <source>“%1” is not a cron expression</source>
        <translation>“%1”不是 cron 表达式</translation>
    </message>
    <message>
        <source>Write minute, hour, day of month, month and day of week: 0 9 * * 1-5.</source>
        <translation>请写出分钟、小时、日、月和星期：0 9 * * 1-5。</translation>
    </message>
</context>
<context>
    <name>CurlError</name>
    <message>
        <source>Check the address and that the server runs.</source>
        <translation>请检查地址，并确认服务器正在运行。</translation>
    </message>
    <message>
        <source>Check the host name, and that the VPN is up.</source>
        <translation>请检查主机名，并确认 VPN 已连接。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and credentials.</source>
        <translation>请检查代理的地址和凭据。</translation>
    </message>
    <message>
        <source>Check the CA file of the workspace and that the address is the name in the certificate.</source>
        <translation>请检查工作区的 CA 文件，并确认地址与证书中的名称一致。</translation>
    </message>
    <message>
        <source>Check the client certificate and its key.</source>
        <translation>请检查客户端证书及其密钥。</translation>
    </message>
    <message>
        <source>Try again; a proxy or the server closes connections.</source>
        <translation>请重试；代理或服务器会关闭连接。</translation>
    </message>
    <message>
        <source>Check the port: what answers is not a healthy HTTP server.</source>
        <translation>请检查端口：应答方不是正常的 HTTP 服务器。</translation>
    </message>
    <message>
        <source>the host name is not known</source>
        <translation>无法解析主机名</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>the proxy&apos;s host name is not known</source>
        <translation>无法解析代理的主机名</translation>
    </message>
    <message>
        <source>the CA file cannot be read</source>
        <translation>无法读取 CA 文件</translation>
    </message>
    <message>
        <source>the connection was closed before an answer came</source>
        <translation>连接在应答到达前被关闭</translation>
    </message>
    <message>
        <source>the connection was closed in the middle of the answer</source>
        <translation>连接在应答途中被关闭</translation>
    </message>
    <message>
        <source>the connection was cut while receiving</source>
        <translation>接收时连接中断</translation>
    </message>
    <message>
        <source>the connection was cut while sending</source>
        <translation>发送时连接中断</translation>
    </message>
    <message>
        <source>the compressed answer is damaged</source>
        <translation>压缩的应答已损坏</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>应答不是 HTTP</translation>
    </message>
    <message>
        <source>The server could not be asked</source>
        <translation>无法向服务器发起请求</translation>
    </message>
    <message>
        <source>the proxy wants credentials (HTTP 407)</source>
        <translation>代理要求凭据 (HTTP 407)</translation>
    </message>
    <message>
        <source>the proxy refused the connection (HTTP %1)</source>
        <translation>代理拒绝了连接 (HTTP %1)</translation>
    </message>
    <message>
        <source>the answer was not complete after %1</source>
        <translation>%1后应答仍不完整</translation>
    </message>
    <message>
        <source>Ask for a shorter range, or raise the time limit of the workspace.</source>
        <translation>请缩短时间范围，或调高工作区的时限。</translation>
    </message>
    <message>
        <source>no connection after %1</source>
        <translation>%1后仍未建立连接</translation>
    </message>
    <message>
        <source>Check the address, the VPN and firewalls on the way.</source>
        <translation>请检查地址、VPN 以及途经的防火墙。</translation>
    </message>
    <message>
        <source>nothing came for %1</source>
        <translation>%1内没有收到数据</translation>
    </message>
    <message>
        <source>It is asked again.</source>
        <translation>将再次请求。</translation>
    </message>
    <message>
        <source>the answer is larger than the limit of %1</source>
        <translation>应答超过 %1 的上限</translation>
    </message>
    <message>
        <source>Ask for fewer series or a coarser step.</source>
        <translation>请减少序列，或增大步长。</translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation>已放弃请求</translation>
    </message>
    <message>
        <source>Use the address that the server redirects to.</source>
        <translation>请使用服务器重定向到的地址。</translation>
    </message>
    <message>
        <source>Correct the address; it starts with http:// or https://.</source>
        <translation>请更正地址；它应以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>the proxy cannot be reached</source>
        <translation>无法连接代理</translation>
    </message>
    <message>
        <source>it waited %1 behind other requests to this server</source>
        <translation>在发往该服务器的其他请求之后等待了 %1</translation>
    </message>
    <message>
        <source>Refresh less often, or show fewer panels at once.</source>
        <translation>请降低刷新频率，或减少同时显示的面板。</translation>
    </message>
</context>
<context>
    <name>CurlSetup</name>
    <message>
        <source>The token cannot be read</source>
        <translation>无法读取令牌</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>请检查路径及其权限。</translation>
    </message>
    <message>
        <source>the file does not hold one line of text</source>
        <translation>文件内容不是单行文本</translation>
    </message>
    <message>
        <source>Put the token alone into the file.</source>
        <translation>请在文件中只放令牌。</translation>
    </message>
    <message>
        <source>The credentials cannot be sent</source>
        <translation>无法发送凭据</translation>
    </message>
    <message>
        <source>the password or token has more than one line</source>
        <translation>密码或令牌多于一行</translation>
    </message>
    <message>
        <source>Enter it again without line breaks.</source>
        <translation>请重新输入，不要换行。</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Active sessions</source>
        <translation>活跃会话</translation>
    </message>
    <message>
        <source>Answer time</source>
        <translation>应答时间</translation>
    </message>
    <message>
        <source>Answer time p95</source>
        <translation>应答时间 p95</translation>
    </message>
    <message>
        <source>Answers of the provider</source>
        <translation>服务商的应答</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>Backlog against last week</source>
        <translation>积压与上周对比</translation>
    </message>
    <message>
        <source>Backlog of the queue</source>
        <translation>队列积压</translation>
    </message>
    <message>
        <source>Backlog, consumers and the time to work it off.</source>
        <translation>积压、消费者以及处理完积压所需的时间。</translation>
    </message>
    <message>
        <source>CPU against request</source>
        <translation>CPU 与请求值</translation>
    </message>
    <message>
        <source>CPU of request</source>
        <translation>CPU 占请求值</translation>
    </message>
    <message>
        <source>CPU used of request</source>
        <translation>CPU 用量占请求值</translation>
    </message>
    <message>
        <source>Call time p95 by tool</source>
        <translation>各工具调用时间 p95</translation>
    </message>
    <message>
        <source>Calls by tool</source>
        <translation>各工具调用</translation>
    </message>
    <message>
        <source>Circuit breakers</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Cold start (created to ready)</source>
        <translation>冷启动（创建到就绪）</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>Cost rate of machines</source>
        <translation>机器成本速率</translation>
    </message>
    <message>
        <source>Dialog manager</source>
        <translation>对话管理器</translation>
    </message>
    <message>
        <source>Dialog turns</source>
        <translation>对话轮次</translation>
    </message>
    <message>
        <source>Distribution of answer times</source>
        <translation>应答时间分布</translation>
    </message>
    <message>
        <source>Distribution of retrieval times</source>
        <translation>检索时间分布</translation>
    </message>
    <message>
        <source>Each evicted key is a session that is lost: raise maxmemory or shorten the time to live.</source>
        <translation>每个被逐出的键都意味着丢失一个会话：请调高 maxmemory 或缩短存活时间。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors by component</source>
        <translation>各组件错误</translation>
    </message>
    <message>
        <source>Every component at a glance: traffic, latency, errors, saturation, replicas, backlog, tokens and cost.</source>
        <translation>一览所有组件：流量、延迟、错误、饱和度、副本、积压、token 和成本。</translation>
    </message>
    <message>
        <source>Evicted keys</source>
        <translation>被逐出的键</translation>
    </message>
    <message>
        <source>External tools: calls, failures, latency and circuit breakers.</source>
        <translation>外部工具：调用、失败、延迟和熔断器。</translation>
    </message>
    <message>
        <source>Failure rate by tool</source>
        <translation>各工具失败率</translation>
    </message>
    <message>
        <source>Failures by tool</source>
        <translation>各工具失败</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Hits and misses</source>
        <translation>命中与未命中</translation>
    </message>
    <message>
        <source>If retrieval grows, more workers help; if generation grows, look at the LLM quota.</source>
        <translation>若检索时间增长，增加 worker 有帮助；若生成时间增长，请查看 LLM 配额。</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>KEDA target</source>
        <translation>KEDA 目标值</translation>
    </message>
    <message>
        <source>LLM consumer</source>
        <translation>LLM 消费者</translation>
    </message>
    <message>
        <source>Mean time by stage</source>
        <translation>各阶段平均时间</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory against limit</source>
        <translation>内存与限制值</translation>
    </message>
    <message>
        <source>Memory of limit</source>
        <translation>内存占限制值</translation>
    </message>
    <message>
        <source>Memory of maximum</source>
        <translation>内存占最大值</translation>
    </message>
    <message>
        <source>Memory used of limit</source>
        <translation>内存用量占限制值</translation>
    </message>
    <message>
        <source>Memory, evictions, clients and hit rate of the session store.</source>
        <translation>会话存储的内存、逐出、客户端和命中率。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>More replicas do not help while the provider refuses: the quota is the limit.</source>
        <translation>服务商拒绝请求时，增加副本没有帮助：瓶颈是配额。</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>One component: traffic, latency, errors, replicas, cold starts, CPU, memory and cost.</source>
        <translation>单个组件：流量、延迟、错误、副本、冷启动、CPU、内存和成本。</translation>
    </message>
    <message>
        <source>Open breakers</source>
        <translation>打开的熔断器</translation>
    </message>
    <message>
        <source>Override generation acknowledged</source>
        <translation>已确认的临时覆盖代次</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Price of a CPU core hour</source>
        <translation>每 CPU 核小时价格</translation>
    </message>
    <message>
        <source>Price of a GiB hour of memory</source>
        <translation>每 GiB 小时内存价格</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Queue, tokens, quota and refusals of the LLM provider.</source>
        <translation>LLM 服务商的队列、token、配额和拒绝情况。</translation>
    </message>
    <message>
        <source>Quota used by model</source>
        <translation>各模型已用配额</translation>
    </message>
    <message>
        <source>RAG worker</source>
        <translation>RAG 工作进程</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ready messages a consumer</source>
        <translation>每个消费者的就绪消息</translation>
    </message>
    <message>
        <source>Redis session store</source>
        <translation>Redis 会话存储</translation>
    </message>
    <message>
        <source>Redis up</source>
        <translation>Redis 在线</translation>
    </message>
    <message>
        <source>Refused by the provider (429)</source>
        <translation>被服务商拒绝 (429)</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Replicas and bounds</source>
        <translation>副本与上下限</translation>
    </message>
    <message>
        <source>Replicas by component</source>
        <translation>各组件副本</translation>
    </message>
    <message>
        <source>Request rate against quota</source>
        <translation>请求速率与配额</translation>
    </message>
    <message>
        <source>Request time</source>
        <translation>请求时间</translation>
    </message>
    <message>
        <source>Requests by status code</source>
        <translation>各状态码请求</translation>
    </message>
    <message>
        <source>Retrieval and generation p95</source>
        <translation>检索与生成 p95</translation>
    </message>
    <message>
        <source>Sessions, turns and the machines of the dialog manager.</source>
        <translation>对话管理器的会话、轮次和机器。</translation>
    </message>
    <message>
        <source>Time to drain</source>
        <translation>排空时间</translation>
    </message>
    <message>
        <source>Token rate against quota</source>
        <translation>token 速率与配额</translation>
    </message>
    <message>
        <source>Tokens by model and direction</source>
        <translation>各模型与方向的 token</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tool router</source>
        <translation>工具路由</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Traffic by component</source>
        <translation>各组件流量</translation>
    </message>
    <message>
        <source>Where the time of an answer goes: retrieval or generation, and the machines.</source>
        <translation>应答时间花在哪里：检索还是生成，以及机器。</translation>
    </message>
    <message>
        <source>Worked off</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>active sessions</source>
        <translation>活跃会话</translation>
    </message>
    <message>
        <source>answer time p95</source>
        <translation>应答时间 p95</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>backlog</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>breaker opens</source>
        <translation>熔断器打开</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>consumers</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>cpu of request</source>
        <translation>CPU 占请求值</translation>
    </message>
    <message>
        <source>desired</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>down</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>被逐出</translation>
    </message>
    <message>
        <source>evicted keys</source>
        <translation>被逐出的键</translation>
    </message>
    <message>
        <source>forced open</source>
        <translation>强制打开</translation>
    </message>
    <message>
        <source>generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>半开</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>limit of one pod</source>
        <translation>单个 Pod 的限制值</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>memory of limit</source>
        <translation>内存占限制值</translation>
    </message>
    <message>
        <source>memory of maximum</source>
        <translation>内存占最大值</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>metrics only</source>
        <translation>仅指标</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>open breakers</source>
        <translation>打开的熔断器</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p95 by component</source>
        <translation>各组件 p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>redis up</source>
        <translation>Redis 在线</translation>
    </message>
    <message>
        <source>replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>request of one pod</source>
        <translation>单个 Pod 的请求值</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>retrieve</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>slow call</source>
        <translation>慢调用</translation>
    </message>
    <message>
        <source>time to drain</source>
        <translation>排空时间</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>up</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>worked off</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>{{model}} quota</source>
        <translation>{{model}} 配额</translation>
    </message>
    <message>
        <source>{{queue}} in work</source>
        <translation>{{queue}} 处理中</translation>
    </message>
    <message>
        <source>CPU and memory of the containers, at the larger of request and use and the prices of the workspace. Without tokens and requests: the cost page has them.</source>
        <translation>容器的 CPU 和内存，取请求值与用量中较大者，按工作区价格计算。不含 token 和请求：见成本页。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>How long the running pods took from their creation until they could take traffic.</source>
        <translation>运行中的 Pod 从创建到可以接收流量所用的时间。</translation>
    </message>
    <message>
        <source>Machine cost</source>
        <translation>机器成本</translation>
    </message>
    <message>
        <source>Machine cost by component</source>
        <translation>各组件的机器成本</translation>
    </message>
    <message>
        <source>Token cost by model</source>
        <translation>各模型的 token 成本</translation>
    </message>
    <message>
        <source>machines</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>最慢</translation>
    </message>
    <message>
        <source>A row a component: what its users see, what limits it, and what it costs. CPU is of what is requested, memory of the limit. The small figures compare with the same time last week. A click opens the page of the component.</source>
        <translation>每个组件一行：用户的感受、受什么限制、花费多少。CPU 相对于请求值，内存相对于限额。小字是与上周同一时间的比较。点击可打开该组件的页面。</translation>
    </message>
    <message>
        <source>It runs at its upper bound: raise it.</source>
        <translation>已达到副本上限：请提高上限。</translation>
    </message>
    <message>
        <source>More replicas help.</source>
        <translation>增加副本有帮助。</translation>
    </message>
    <message>
        <source>Of max replicas</source>
        <translation>占副本上限</translation>
    </message>
    <message>
        <source>Quota used</source>
        <translation>已用配额</translation>
    </message>
    <message>
        <source>Raise the memory limit, or what is over it is killed or evicted.</source>
        <translation>请提高内存限额，否则超出的部分会被终止或逐出。</translation>
    </message>
    <message>
        <source>The provider is the limit: more replicas only make 429s.</source>
        <translation>瓶颈在提供商：增加副本只会带来更多 429。</translation>
    </message>
    <message>
        <source>Where the bottleneck is</source>
        <translation>瓶颈在哪里</translation>
    </message>
    <message>
        <source>Requests fail: find out why before adding replicas.</source>
        <translation>请求失败：先查明原因，再增加副本。</translation>
    </message>
    <message>
        <source>At the prices of the workspace, each from its day on. Models without a price are not here: the cost page names them.</source>
        <translation>按工作区的价格计算，每个价格自其生效日起适用。没有价格的模型不在此列：成本页会列出它们。</translation>
    </message>
    <message>
        <source>More consumers help, unless the quota is used up.</source>
        <translation>增加消费者有帮助，除非配额已用尽。</translation>
    </message>
    <message>
        <source>Prices of tokens</source>
        <translation>token 价格</translation>
    </message>
    <message>
        <source>Where users come in</source>
        <translation>用户入口</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>{{queue}}{{topic}} ready</source>
        <translation>{{queue}}{{topic}} 就绪</translation>
    </message>
</context>
<context>
    <name>DashboardReader</name>
    <message>
        <source>The dashboard is of a newer version of Spillway</source>
        <translation>该仪表盘来自更新版本的 Spillway</translation>
    </message>
    <message>
        <source>its format is version %1, this program knows versions up to %2</source>
        <translation>其格式版本为 %1，本程序最高支持版本 %2</translation>
    </message>
    <message>
        <source>Update Spillway. The file was not changed.</source>
        <translation>请更新 Spillway。文件未被更改。</translation>
    </message>
    <message>
        <source>the panel ends at column %1, the grid has %2 columns</source>
        <translation>面板结束于第 %1 列，而网格只有 %2 列</translation>
    </message>
    <message>
        <source>“%1” is not a unit</source>
        <translation>“%1”不是单位</translation>
    </message>
    <message>
        <source>Known units: %1.</source>
        <translation>已知单位：%1。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>是否想写“%1”？</translation>
    </message>
    <message>
        <source>two queries of the panel have the id “%1”</source>
        <translation>该面板有两个查询的 id 都是“%1”</translation>
    </message>
    <message>
        <source>min must be less than max</source>
        <translation>min 必须小于 max</translation>
    </message>
    <message>
        <source>the panel has no queries</source>
        <translation>该面板没有查询</translation>
    </message>
    <message>
        <source>“%1” is not a name of a variable</source>
        <translation>“%1”不是变量名</translation>
    </message>
    <message>
        <source>Use letters, digits and _, not starting with a digit or __.</source>
        <translation>请使用字母、数字和 _，且不以数字或 __ 开头。</translation>
    </message>
    <message>
        <source>“%1” is used twice</source>
        <translation>“%1”被使用了两次</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>请分别命名。</translation>
    </message>
    <message>
        <source>“spillway.dev/v1” is expected</source>
        <translation>应为“spillway.dev/v1”</translation>
    </message>
    <message>
        <source>“Dashboard” is expected</source>
        <translation>应为“Dashboard”</translation>
    </message>
    <message>
        <source>the panel has no query “%1”</source>
        <translation>面板中没有查询“%1”</translation>
    </message>
</context>
<context>
    <name>DrawnSnapshot</name>
    <message>
        <source>Native histograms are drawn as their p50 and p95; a heatmap shows all of them.</source>
        <translation>原生直方图以其 p50 和 p95 绘出；热力图可显示全部。</translation>
    </message>
    <message>
        <source>Only %1 of %2 histograms are drawn.</source>
        <translation>%2 个直方图中仅绘出 %1 个。</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>“%1” is not a duration</source>
        <translation>“%1”不是时长</translation>
    </message>
    <message>
        <source>Write it as 90s, 5m, 1h30m or 2w.</source>
        <translation>请写成 90s、5m、1h30m 或 2w。</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>a number is expected before each unit</source>
        <translation>每个单位前应有数字</translation>
    </message>
    <message>
        <source>units are y, w, d, h, m, s and ms, largest first, each once</source>
        <translation>单位为 y、w、d、h、m、s 和 ms，从大到小，各出现一次</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>ExecCredential</name>
    <message>
        <source>Run it in a terminal to see what it prints; update it, or the entry under exec.</source>
        <translation>请在终端中运行它以查看输出；更新它或 exec 下的条目。</translation>
    </message>
    <message>
        <source>it did not print an ExecCredential</source>
        <translation>它输出的不是 ExecCredential</translation>
    </message>
    <message>
        <source>it was asked for %1 and answered %2</source>
        <translation>请求的是 %1，它回答的是 %2</translation>
    </message>
    <message>
        <source>Write the apiVersion that the helper speaks into the entry under exec, or update the helper.</source>
        <translation>请在 exec 下写明登录助手所用的 apiVersion，或更新登录助手。</translation>
    </message>
    <message>
        <source>its answer has no status</source>
        <translation>它的回答没有 status</translation>
    </message>
    <message>
        <source>it gave a certificate without a key</source>
        <translation>它给出了证书但没有密钥</translation>
    </message>
    <message>
        <source>it gave a key without a certificate</source>
        <translation>它给出了密钥但没有证书</translation>
    </message>
    <message>
        <source>it gave neither a token nor a certificate</source>
        <translation>它既没有给出令牌，也没有给出证书</translation>
    </message>
    <message>
        <source>it printed nothing</source>
        <translation>它没有任何输出</translation>
    </message>
    <message>
        <source>what it printed is not JSON</source>
        <translation>它输出的不是 JSON</translation>
    </message>
    <message>
        <source>its expirationTimestamp is not a time</source>
        <translation>它的 expirationTimestamp 不是时间</translation>
    </message>
    <message>
        <source>The login helper “%1” of the user “%2” gave no credentials</source>
        <translation>用户“%2”的登录助手“%1”未给出凭据</translation>
    </message>
</context>
<context>
    <name>ExecLogins</name>
    <message>
        <source>Log in with it in a terminal, then try again.</source>
        <translation>请先在终端中用它登录，然后重试。</translation>
    </message>
    <message>
        <source>it crashed</source>
        <translation>它崩溃了</translation>
    </message>
    <message>
        <source>it had not ended after %1</source>
        <translation>%1 后它仍未结束</translation>
    </message>
    <message>
        <source>it printed more than 1 MB</source>
        <translation>它的输出超过 1 MB</translation>
    </message>
    <message>
        <source>it ended with code %1</source>
        <translation>它以代码 %1 结束</translation>
    </message>
</context>
<context>
    <name>ExecPolicy</name>
    <message>
        <source>it may not run: it is not among the allowed helpers</source>
        <translation>不允许运行：它不在允许的登录助手之列</translation>
    </message>
    <message>
        <source>If you trust it, add %1 to plugins under kube in the workspace.</source>
        <translation>如果信任它，请将 %1 加入工作区 kube 下的 plugins。</translation>
    </message>
    <message>
        <source>it may not run: the workspace allows no helpers</source>
        <translation>不允许运行：工作区不允许任何登录助手</translation>
    </message>
    <message>
        <source>If you trust it, add it to plugins under kube in the workspace.</source>
        <translation>如果信任它，请将其加入工作区 kube 下的 plugins。</translation>
    </message>
    <message>
        <source>there is no program %1</source>
        <translation>没有程序 %1</translation>
    </message>
    <message>
        <source>there is no program “%1” in the folders of PATH</source>
        <translation>PATH 的文件夹中没有程序“%1”</translation>
    </message>
    <message>
        <source>Install it, or give its whole path as command.</source>
        <translation>请安装它，或在 command 中写出其完整路径。</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Cannot make a forecast</source>
        <translation>无法预测</translation>
    </message>
    <message>
        <source>the time zone is not known</source>
        <translation>未知时区</translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation>请使用 IANA 名称，例如 Asia/Shanghai。</translation>
    </message>
    <message numerus="yes">
        <source>only %n hours of ordinary traffic are known</source>
        <translation>
            <numerusform>只有 %n 小时的正常流量数据</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a history of a week at least, better of four.</source>
        <translation>请提供至少一周的历史，最好四周。</translation>
    </message>
</context>
<context>
    <name>HpaExplain</name>
    <message>
        <source>%1 could not be read (%2).</source>
        <translation>无法读取 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 is at %2 of its target.</source>
        <translation>%1 为其目标值的 %2 倍。</translation>
    </message>
    <message>
        <source>With %1 pods without a sample and %2 not ready, taken pessimistically, it is %3.</source>
        <translation>有 %1 个 Pod 没有样本、%2 个未就绪，按保守估计为 %3 倍。</translation>
    </message>
    <message>
        <source>That is within the tolerance: %1 replicas stay.</source>
        <translation>仍在容差之内：保持 %1 个副本。</translation>
    </message>
    <message>
        <source>That points the other way, so %1 replicas stay.</source>
        <translation>估计结果方向相反，因此保持 %1 个副本。</translation>
    </message>
    <message>
        <source>It asks for %1 replicas.</source>
        <translation>它要求 %1 个副本。</translation>
    </message>
    <message>
        <source>There were %1 replicas, above the maximum of %2: cut at once, no metric is looked at.</source>
        <translation>原有 %1 个副本，高于最大值 %2：立即削减，不看任何指标。</translation>
    </message>
    <message>
        <source>There were %1 replicas, below the minimum of %2: raised at once, no metric is looked at.</source>
        <translation>原有 %1 个副本，低于最小值 %2：立即提升，不看任何指标。</translation>
    </message>
    <message>
        <source>the built-in limit of twice the replicas, at least 4</source>
        <translation>内置上限（副本数的两倍，至少 4 个）</translation>
    </message>
    <message>
        <source>the policy of %1 pods in %2 s</source>
        <translation>策略（%2 秒内 %1 个 Pod）</translation>
    </message>
    <message>
        <source>the policy of %1 per cent in %2 s</source>
        <translation>策略（%2 秒内百分之 %1）</translation>
    </message>
    <message>
        <source>%1 allows %2 now.</source>
        <translation>%1目前允许 %2。</translation>
    </message>
    <message>
        <source>The maximum of %1 stops it.</source>
        <translation>受最大值 %1 限制。</translation>
    </message>
    <message>
        <source>The minimum of %1 holds it.</source>
        <translation>由最小值 %1 保持。</translation>
    </message>
    <message>
        <source>The workload has zero replicas, so the autoscaler does nothing.</source>
        <translation>工作负载的副本数为零，因此自动扩缩器不动作。</translation>
    </message>
    <message>
        <source>A metric failed and no other asks for more, so %1 replicas stay.</source>
        <translation>有一个指标失败，且没有其他指标要求更多，因此保持 %1 个副本。</translation>
    </message>
    <message>
        <source>The API server refused the number; %1 replicas stay.</source>
        <translation>API 服务器拒绝了该数量；保持 %1 个副本。</translation>
    </message>
    <message>
        <source>%1 replicas stay.</source>
        <translation>保持 %1 个副本。</translation>
    </message>
    <message>
        <source>%1 replicas become %2.</source>
        <translation>副本数由 %1 变为 %2。</translation>
    </message>
    <message>
        <source>The recommendation of %1 s ago holds it at %2.</source>
        <translation>%1 秒前的建议值使其保持在 %2。</translation>
    </message>
    <message>
        <source>the behaviour, which disables this direction,</source>
        <translation>behavior（已禁用此方向）</translation>
    </message>
</context>
<context>
    <name>HpaSpec</name>
    <message>
        <source>it is required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>it is %1, below minReplicas, which is %2</source>
        <translation>它为 %1，低于 minReplicas（%2）</translation>
    </message>
    <message>
        <source>The autoscaler cannot be simulated</source>
        <translation>无法模拟自动扩缩器</translation>
    </message>
    <message>
        <source>Correct the field and try again.</source>
        <translation>请更正该字段后重试。</translation>
    </message>
    <message>
        <source>a whole number of at least %1 is expected</source>
        <translation>应为不小于 %1 的整数</translation>
    </message>
    <message>
        <source>“%1” is not a kind of metric</source>
        <translation>“%1”不是指标类型</translation>
    </message>
    <message>
        <source>there is no target that this kind of metric can use</source>
        <translation>没有此类指标可用的目标值</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>应为列表</translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation>应为对象</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected</source>
        <translation>应为 %1 至 %2 的整数</translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation>此处无法识别“%1”</translation>
    </message>
    <message>
        <source>a quantity is expected</source>
        <translation>应为数量</translation>
    </message>
    <message>
        <source>at least one policy is expected</source>
        <translation>至少应有一个策略</translation>
    </message>
    <message>
        <source>it is below zero</source>
        <translation>它小于零</translation>
    </message>
    <message>
        <source>the target is not above zero</source>
        <translation>目标值不大于零</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>this is not an HTTP address</source>
        <translation>这不是 HTTP 地址</translation>
    </message>
</context>
<context>
    <name>HttpError</name>
    <message>
        <source>the server wants other credentials</source>
        <translation>服务器要求其他凭据</translation>
    </message>
    <message>
        <source>Check the user, password or token of the workspace.</source>
        <translation>请检查工作区的用户名、密码或令牌。</translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation>不允许访问</translation>
    </message>
    <message>
        <source>Ask for the permission, or use another account.</source>
        <translation>请申请权限，或使用其他账号。</translation>
    </message>
    <message>
        <source>there is nothing at this address</source>
        <translation>该地址下没有内容</translation>
    </message>
    <message>
        <source>Check the address; a path prefix may be missing.</source>
        <translation>请检查地址；可能缺少路径前缀。</translation>
    </message>
    <message>
        <source>the proxy wants credentials</source>
        <translation>代理要求凭据</translation>
    </message>
    <message>
        <source>Put user and password into the proxy&apos;s address.</source>
        <translation>请在代理地址中填写用户名和密码。</translation>
    </message>
    <message>
        <source>the server gave up waiting</source>
        <translation>服务器已放弃等待</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>it conflicts with what is there</source>
        <translation>与现有内容冲突</translation>
    </message>
    <message>
        <source>the request is too large for the server</source>
        <translation>请求对服务器来说过大</translation>
    </message>
    <message>
        <source>Ask for less at once.</source>
        <translation>请减少单次请求的内容。</translation>
    </message>
    <message>
        <source>the address is too long for the server</source>
        <translation>地址对服务器来说过长</translation>
    </message>
    <message>
        <source>the server cannot carry it out</source>
        <translation>服务器无法执行</translation>
    </message>
    <message>
        <source>the server limits how often it is asked</source>
        <translation>服务器限制了请求频率</translation>
    </message>
    <message>
        <source>Wait, or refresh less often.</source>
        <translation>请稍候，或降低刷新频率。</translation>
    </message>
    <message>
        <source>the request was given up on the way</source>
        <translation>请求在途中被放弃</translation>
    </message>
    <message>
        <source>a proxy cannot reach the server behind it</source>
        <translation>代理无法连接其后的服务器</translation>
    </message>
    <message>
        <source>Check that the server runs.</source>
        <translation>请确认服务器正在运行。</translation>
    </message>
    <message>
        <source>the server is not ready</source>
        <translation>服务器未就绪</translation>
    </message>
    <message>
        <source>Wait a moment; it is asked again.</source>
        <translation>请稍候；将再次请求。</translation>
    </message>
    <message>
        <source>the server behind a proxy did not answer in time</source>
        <translation>代理后的服务器未及时应答</translation>
    </message>
    <message>
        <source>Ask for a shorter range, or try again.</source>
        <translation>请缩短时间范围，或重试。</translation>
    </message>
    <message>
        <source>the server failed</source>
        <translation>服务器出错</translation>
    </message>
    <message>
        <source>Try again; its log says more.</source>
        <translation>请重试；服务器日志中有更多信息。</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>服务器拒绝了请求</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1; it said: %2</source>
        <translation>%1；服务器消息：%2</translation>
    </message>
</context>
<context>
    <name>HttpRedirect</name>
    <message>
        <source>it redirects to an address that is not HTTP</source>
        <translation>它重定向到非 HTTP 地址</translation>
    </message>
    <message>
        <source>it redirects from https to http</source>
        <translation>它从 https 重定向到 http</translation>
    </message>
    <message>
        <source>it redirects in a circle</source>
        <translation>它循环重定向</translation>
    </message>
</context>
<context>
    <name>IdentityFiles</name>
    <message>
        <source>A certificate of the kubeconfig cannot be used</source>
        <translation>kubeconfig 中的证书无法使用</translation>
    </message>
    <message>
        <source>Log in again with the tool that made it.</source>
        <translation>请用生成它的工具重新登录。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>It is not the same as a window at every moment of the coming 400 days, so it stays a cron trigger: a floor by metric, which is not exact.</source>
        <translation>它在未来 400 天内并非每一刻都与某个时间窗口相同，因此仍保留为 cron 触发器：由指标给出的下限，并不精确。</translation>
    </message>
    <message>
        <source>It is in another time zone than the windows, so it stays a cron trigger.</source>
        <translation>它的时区与时间窗口不同，因此仍保留为 cron 触发器。</translation>
    </message>
    <message>
        <source>With idleReplicas only a trigger wakes the workload, so it stays a cron trigger.</source>
        <translation>设置了 idleReplicas 时只有触发器能唤醒工作负载，因此仍保留为 cron 触发器。</translation>
    </message>
    <message>
        <source>Without it no trigger is left that wakes the workload, so it stays a cron trigger.</source>
        <translation>去掉它就没有能唤醒工作负载的触发器了，因此仍保留为 cron 触发器。</translation>
    </message>
    <message>
        <source>It asks for %1 replicas, which is no more than the minimum of %2: it is left out.</source>
        <translation>它要求 %1 个副本，不超过最小值 %2：已略去。</translation>
    </message>
    <message>
        <source>It became the window “%1”, which is exact: no tolerance keeps the number away from %2, and when it ends the minimum falls at once.</source>
        <translation>它变成了时间窗口“%1”，这是精确的：没有容差会使副本数偏离 %2，结束时最小值立即回落。</translation>
    </message>
    <message>
        <source>The policy in it cannot be read: %1. The objects are imported instead.</source>
        <translation>其中的策略无法读取：%1。改为导入各对象。</translation>
    </message>
    <message>
        <source>The text is that of revision %1, pushed by %2 at %3. What was changed since then without a push is not in it; a plan shows it.</source>
        <translation>文本取自修订版 %1，由 %2 于 %3 推送。此后未经推送的更改不在其中；计划会显示这些更改。</translation>
    </message>
    <message>
        <source>The iCalendar file %1 is not in the cluster.</source>
        <translation>iCalendar 文件 %1 不在集群中。</translation>
    </message>
    <message>
        <source>The policy %1 did not write it.</source>
        <translation>它不是由策略 %1 写入的。</translation>
    </message>
    <message>
        <source>KEDA made it for the ScaledObject %1, which was not read.</source>
        <translation>KEDA 为 ScaledObject %1 创建了它，而后者未能读取。</translation>
    </message>
    <message>
        <source>It belongs to the policy %1.</source>
        <translation>它属于策略 %1。</translation>
    </message>
    <message>
        <source>%1 %2 has an autoscaler already, %3. A policy has one a workload, and so should the cluster.</source>
        <translation>%1 %2 已有一个自动扩缩器：%3。策略中每个工作负载只有一个，集群中也应如此。</translation>
    </message>
    <message>
        <source>There is no circuit breaker in it.</source>
        <translation>其中没有熔断器。</translation>
    </message>
    <message>
        <source>It says more than a circuit breaker does, and Istio uses only one DestinationRule a host: it stays as it is.</source>
        <translation>它的内容不止熔断器，而 Istio 对每个主机只使用一个 DestinationRule：保持原样。</translation>
    </message>
    <message>
        <source>There is another one for %1, and Istio uses only one a host.</source>
        <translation>%1 已有另一个，而 Istio 对每个主机只使用一个。</translation>
    </message>
    <message>
        <source>Who calls %1 is not known: the breaker is in the component “%2”. Move it to the one that calls, and see to its thresholds, which are usual ones.</source>
        <translation>不知道谁在调用 %1：熔断器放在组件“%2”中。请将它移到调用方，并检查其阈值，目前为常用值。</translation>
    </message>
    <message>
        <source>A push writes %1. Delete %2 then: Istio uses only one DestinationRule a host.</source>
        <translation>推送会写入 %1。届时请删除 %2：Istio 对每个主机只使用一个 DestinationRule。</translation>
    </message>
    <message>
        <source>Rules of others stay as they are.</source>
        <translation>他人的规则保持原样。</translation>
    </message>
    <message>
        <source>Its windows and events cannot be read back from a timeline, and there is no revision. The bounds are those outside of them.</source>
        <translation>无法从时间线还原其时间窗口和事件，也没有修订版。边界取自它们之外的时段。</translation>
    </message>
    <message>
        <source>At “%1” %2. It is not in the policy: put what it does into windows and remove it, or the two will work against each other.</source>
        <translation>在“%1”，%2。它不在策略中：请把它的作用写成时间窗口并删除它，否则两者会互相冲突。</translation>
    </message>
    <message>
        <source>A push writes %1. Delete %2 in the same go: two autoscalers of a workload stop each other.</source>
        <translation>推送会写入 %1。请同时删除 %2：同一工作负载的两个自动扩缩器会使彼此停止。</translation>
    </message>
    <message>
        <source>The namespace cannot be imported</source>
        <translation>无法导入该命名空间</translation>
    </message>
    <message>
        <source>there are several policies: %1</source>
        <translation>有多个策略：%1</translation>
    </message>
    <message>
        <source>Say which one, with its name.</source>
        <translation>请用名称指明是哪一个。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a policy</source>
        <translation>“%1”不能作为策略的名称</translation>
    </message>
    <message>
        <source>Use lower case letters, digits and “-”, at most 63 of them.</source>
        <translation>请使用小写字母、数字和“-”，最多 63 个字符。</translation>
    </message>
    <message>
        <source>there is no autoscaler, and no circuit breaker of a mesh</source>
        <translation>没有自动扩缩器，也没有网格的熔断器</translation>
    </message>
    <message>
        <source>The policy has no place for it.</source>
        <translation>策略中没有它的位置。</translation>
    </message>
    <message>
        <source>It is not a number.</source>
        <translation>它不是数字。</translation>
    </message>
    <message>
        <source>It is not a whole number.</source>
        <translation>它不是整数。</translation>
    </message>
    <message>
        <source>It is neither true nor false.</source>
        <translation>它既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>The metric is selected by expressions; a policy selects by labels only.</source>
        <translation>该指标用表达式选择；策略只按标签选择。</translation>
    </message>
    <message>
        <source>A policy scales by cpu and memory, not by the resource %1.</source>
        <translation>策略按 cpu 和 memory 扩缩，而不按资源 %1。</translation>
    </message>
    <message>
        <source>Metrics of the type “%1” are not known.</source>
        <translation>不认识类型为“%1”的指标。</translation>
    </message>
    <message>
        <source>There is none; the policy says what Kubernetes does then: cpu at 80 %.</source>
        <translation>没有设置；策略写明 Kubernetes 此时的做法：cpu 80 %。</translation>
    </message>
    <message>
        <source>None of its metrics can be said in a policy, so it is left out.</source>
        <translation>它的指标都无法在策略中表达，因此略去。</translation>
    </message>
    <message>
        <source>It may go to zero; with engine hpa a policy keeps at least 1 replica.</source>
        <translation>它可以缩到零；使用 hpa 引擎时策略至少保留 1 个副本。</translation>
    </message>
    <message>
        <source>A policy has no fallback of the kind %1.</source>
        <translation>策略没有 %1 类型的后备。</translation>
    </message>
    <message>
        <source>The HorizontalPodAutoscaler will have KEDA&apos;s usual name.</source>
        <translation>HorizontalPodAutoscaler 将使用 KEDA 的惯用名称。</translation>
    </message>
    <message>
        <source>A policy has no formulas: each trigger counts for itself, and the greatest proposal wins.</source>
        <translation>策略没有公式：每个触发器单独计算，取最大的建议值。</translation>
    </message>
    <message>
        <source>There is none. The policy adds one that keeps the replicas there are while a source does not answer.</source>
        <translation>没有设置。策略会加上一个：在数据源不响应期间保持现有副本数。</translation>
    </message>
    <message>
        <source>KEDA&apos;s fallback does not work for cpu and memory.</source>
        <translation>KEDA 的后备对 cpu 和 memory 不起作用。</translation>
    </message>
    <message>
        <source>None of its triggers can be said in a policy, so it is left out.</source>
        <translation>它的触发器都无法在策略中表达，因此略去。</translation>
    </message>
    <message>
        <source>Labels that are not taken over: %1.</source>
        <translation>未采用的标签：%1。</translation>
    </message>
    <message>
        <source>It steers KEDA as long as it is there; a policy does not set it.</source>
        <translation>只要它存在就会控制 KEDA；策略不设置它。</translation>
    </message>
    <message>
        <source>Annotations that are not taken over: %1.</source>
        <translation>未采用的注解：%1。</translation>
    </message>
    <message>
        <source>It is not a duration.</source>
        <translation>它不是时长。</translation>
    </message>
    <message>
        <source>A policy has alerts only, no recording rules.</source>
        <translation>策略只有告警，没有记录规则。</translation>
    </message>
    <message>
        <source>The settings cannot be read: %1.</source>
        <translation>无法读取设置：%1。</translation>
    </message>
    <message>
        <source>it runs kubectl %1</source>
        <translation>它运行 kubectl %1</translation>
    </message>
    <message>
        <source>its command speaks of autoscalers</source>
        <translation>它的命令涉及自动扩缩器</translation>
    </message>
    <message>
        <source>A policy cannot say it: %1.</source>
        <translation>策略无法表达它：%1。</translation>
    </message>
    <message>
        <source>User and password in the address are not taken over; name a TriggerAuthentication.</source>
        <translation>地址中的用户名和密码不予采用；请指定一个 TriggerAuthentication。</translation>
    </message>
    <message>
        <source>Its metricType is %1; a policy writes %2 for it.</source>
        <translation>它的 metricType 是 %1；策略会写成 %2。</translation>
    </message>
    <message>
        <source>It has no query, or no threshold.</source>
        <translation>它没有查询，或没有阈值。</translation>
    </message>
    <message>
        <source>An address with user and password is not taken over; name a variable or a TriggerAuthentication.</source>
        <translation>带有用户名和密码的地址不予采用；请指定一个变量或 TriggerAuthentication。</translation>
    </message>
    <message>
        <source>A policy knows one queue by its name, and KEDA&apos;s five modes.</source>
        <translation>策略按名称认识一个队列，以及 KEDA 的五种模式。</translation>
    </message>
    <message>
        <source>A policy names servers, consumer group and topic; one of them is not here, or comes from a variable.</source>
        <translation>策略写明服务器、消费者组和主题；其中有一项缺失，或来自变量。</translation>
    </message>
    <message>
        <source>It does not say how many replicas are desired.</source>
        <translation>它没有说明期望多少个副本。</translation>
    </message>
    <message>
        <source>It has no time zone, so KEDA refuses it.</source>
        <translation>它没有时区，因此 KEDA 会拒绝它。</translation>
    </message>
    <message>
        <source>Its value, or the type of its value, is not understood.</source>
        <translation>无法理解它的值或值的类型。</translation>
    </message>
    <message>
        <source>A policy has no trigger of the kind %1.</source>
        <translation>策略没有 %1 类型的触发器。</translation>
    </message>
    <message>
        <source>It has no metadata.</source>
        <translation>它没有 metadata。</translation>
    </message>
    <message>
        <source>There is none. The policy writes Kubernetes&apos; defaults out: up by 4 pods or twice as many in 15 s, down only after five minutes.</source>
        <translation>没有设置。策略会明确写出 Kubernetes 的默认值：扩容每 15 秒最多增加 4 个 Pod 或翻倍，缩容要在五分钟之后。</translation>
    </message>
    <message>
        <source>It has no behavior. The policy writes Kubernetes&apos; defaults out: up by 4 pods or twice as many in 15 s, down only after five minutes.</source>
        <translation>没有 behavior。策略会明确写出 Kubernetes 的默认值：扩容每 15 秒最多增加 4 个 Pod 或翻倍，缩容要在五分钟之后。</translation>
    </message>
    <message>
        <source>%1 is not taken over; name a TriggerAuthentication.</source>
        <translation>未接管 %1；请写明一个 TriggerAuthentication。</translation>
    </message>
    <message>
        <source>“%1” is not of the form name=value, so KEDA refuses it.</source>
        <translation>“%1”不是 name=value 的形式，因此 KEDA 会拒绝它。</translation>
    </message>
</context>
<context>
    <name>KedaSpec</name>
    <message>
        <source>The pause cannot be read</source>
        <translation>无法读取暂停设置</translation>
    </message>
    <message>
        <source>“%1” is not a number of replicas</source>
        <translation>“%1”不是副本数</translation>
    </message>
    <message>
        <source>Write a whole number from 0, or remove the annotation.</source>
        <translation>请写一个不小于 0 的整数，或删除该注解。</translation>
    </message>
</context>
<context>
    <name>Kube</name>
    <message>
        <source>there is no %1 in it</source>
        <translation>其中没有 %1</translation>
    </message>
    <message>
        <source>%1 %2 in all namespaces</source>
        <translation>在所有命名空间中 %1 %2</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>在 %3 中 %1 %2</translation>
    </message>
    <message>
        <source>%1 may not %2 the path %3</source>
        <translation>%1 无权对路径 %3 执行 %2</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the whole cluster</source>
        <translation>%1 无权在整个集群中对 %3 执行 %2</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the namespace %4</source>
        <translation>%1 无权在命名空间 %4 中对 %3 执行 %2</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>应答为空</translation>
    </message>
    <message>
        <source>the JSON ends in the middle</source>
        <translation>JSON 在中途结束</translation>
    </message>
    <message>
        <source>the answer is not valid UTF-8</source>
        <translation>应答不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>it is of another type than the API documents</source>
        <translation>其类型与 API 文档不符</translation>
    </message>
    <message>
        <source>it is not valid JSON of the Kubernetes API (%1)</source>
        <translation>不是有效的 Kubernetes API JSON（%1）</translation>
    </message>
    <message>
        <source>there is something behind the end of the JSON document</source>
        <translation>JSON 文档结束之后还有内容</translation>
    </message>
    <message>
        <source>This is not an answer of the Kubernetes API</source>
        <translation>这不是 Kubernetes API 的应答</translation>
    </message>
    <message>
        <source>Check the address of the cluster; a proxy or a login page may answer instead of it.</source>
        <translation>请检查集群地址；可能是代理或登录页面代为应答。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 does not fit in 32 bits</source>
        <translation>%1 超出 32 位范围</translation>
    </message>
    <message>
        <source>%1 (before that: %2)</source>
        <translation>%1（此前：%2）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; where %2 was expected</source>
        <translation>应为 %2，却是“%1”</translation>
    </message>
    <message>
        <source>the JSON has no metadata</source>
        <translation>JSON 中没有 metadata</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>the JSON is not a list of the API</source>
        <translation>JSON 不是 API 的列表</translation>
    </message>
    <message>
        <source>the server behind this group does not answer</source>
        <translation>该组背后的服务器没有应答</translation>
    </message>
    <message>
        <source>The cluster does not serve %1</source>
        <translation>集群不提供 %1</translation>
    </message>
    <message>
        <source>Check that its custom resource definition is installed.</source>
        <translation>请检查是否已安装其自定义资源定义。</translation>
    </message>
    <message>
        <source>it has %1 in %2, and Spillway needs %3</source>
        <translation>它提供 %1 的 %2 版本，而 Spillway 需要 %3</translation>
    </message>
    <message>
        <source>Another version would lose fields; nothing is written.</source>
        <translation>其他版本会丢失字段；不会写入任何内容。</translation>
    </message>
    <message>
        <source>it is not in %1</source>
        <translation>不在 %1 中</translation>
    </message>
    <message>
        <source>The cluster does not serve &quot;%1&quot;</source>
        <translation>集群不提供“%1”</translation>
    </message>
    <message>
        <source>there is no gitVersion in it</source>
        <translation>其中没有 gitVersion</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a kind that Spillway knows</source>
        <translation>Spillway 不认识类型“%1”</translation>
    </message>
    <message>
        <source>Cannot list %1</source>
        <translation>无法列出 %1</translation>
    </message>
    <message>
        <source>Cannot list %1 in %2</source>
        <translation>无法列出 %2 中的 %1</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>Cannot preview %1</source>
        <translation>无法预览 %1</translation>
    </message>
    <message>
        <source>Cannot apply %1</source>
        <translation>无法应用 %1</translation>
    </message>
    <message>
        <source>Cannot delete %1</source>
        <translation>无法删除 %1</translation>
    </message>
    <message>
        <source>Cannot read the scale of %1</source>
        <translation>无法读取 %1 的副本规模</translation>
    </message>
    <message>
        <source>Cannot scale %1</source>
        <translation>无法伸缩 %1</translation>
    </message>
    <message>
        <source>Cannot ask whether it is allowed to %1</source>
        <translation>无法询问是否允许 %1</translation>
    </message>
    <message>
        <source>Cannot ask for the rights in %1</source>
        <translation>无法询问在 %1 中的权限</translation>
    </message>
    <message>
        <source>Cannot ask who the cluster takes us for</source>
        <translation>无法询问集群把我们识别为谁</translation>
    </message>
    <message>
        <source>Cannot read the version of the cluster</source>
        <translation>无法读取集群版本</translation>
    </message>
    <message>
        <source>Cannot learn what the cluster serves</source>
        <translation>无法获知集群提供哪些资源</translation>
    </message>
    <message>
        <source>Cannot write an event about %1</source>
        <translation>无法写入关于 %1 的事件</translation>
    </message>
    <message>
        <source>Cannot watch %1</source>
        <translation>无法监视 %1</translation>
    </message>
    <message>
        <source>The manifest is not a JSON object</source>
        <translation>清单不是 JSON 对象</translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 归 %2 所有</translation>
    </message>
    <message>
        <source>%1 (this console acts as %2)</source>
        <translation>%1（本控制台以 %2 的身份操作）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the stream ended in the middle of an event</source>
        <translation>数据流在事件中途结束</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>服务器没有应答</translation>
    </message>
    <message>
        <source>the server ended the watch at once</source>
        <translation>服务器立即结束了监视</translation>
    </message>
    <message>
        <source>it was not read back</source>
        <translation>未能读回</translation>
    </message>
    <message>
        <source>It is not known whether the change was made</source>
        <translation>不清楚更改是否已生效</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>It was sent once and is not sent again. Look at the object before you decide.</source>
        <translation>请求只发送了一次，不会重发。请先查看对象再决定。</translation>
    </message>
    <message>
        <source>the object does not show the change so far</source>
        <translation>到目前为止对象未体现该更改</translation>
    </message>
    <message>
        <source>the object is still there</source>
        <translation>对象仍然存在</translation>
    </message>
    <message>
        <source>%1 is not a number of replicas</source>
        <translation>%1 不是副本数</translation>
    </message>
    <message>
        <source>Look at the present state and decide again.</source>
        <translation>请查看当前状态后再决定。</translation>
    </message>
    <message>
        <source>it is set to %1 replicas by now, not to %2</source>
        <translation>现在已设为 %1 个副本，而不是 %2</translation>
    </message>
    <message>
        <source>the object was changed since it was read</source>
        <translation>读取之后对象已被更改</translation>
    </message>
    <message>
        <source>it is set to %1 replicas</source>
        <translation>已设为 %1 个副本</translation>
    </message>
    <message>
        <source>%1 does not fit in 32 bits; the server would store another number without saying so</source>
        <translation>%1 超出 32 位范围；服务器会不声不响地存成另一个数</translation>
    </message>
    <message>
        <source>is &quot;%1&quot; and must be &quot;%2&quot;</source>
        <translation>是“%1”，必须是“%2”</translation>
    </message>
    <message>
        <source>must not be sent</source>
        <translation>不得发送</translation>
    </message>
    <message>
        <source>This cannot be sent to the cluster</source>
        <translation>无法将其发送到集群</translation>
    </message>
    <message>
        <source>it writes characters as pairs of escapes, which the server does not understand; it must hold them as UTF-8</source>
        <translation>其中用成对转义表示字符，服务器无法理解；必须直接使用 UTF-8</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile; refresh.</source>
        <translation>可能已被删除；请刷新。</translation>
    </message>
    <message>
        <source>Check the namespace, or create it first.</source>
        <translation>请检查命名空间，或先创建它。</translation>
    </message>
    <message>
        <source>the cluster does not serve this kind in this version</source>
        <translation>集群不提供该版本的此类型</translation>
    </message>
    <message>
        <source>the object was changed or replaced since it was read</source>
        <translation>读取之后对象已被更改或替换</translation>
    </message>
    <message>
        <source>others own fields of this change</source>
        <translation>此更改涉及的字段归他人所有</translation>
    </message>
    <message>
        <source>Take the fields over, leave them out, or set the values they have.</source>
        <translation>可以接管这些字段、去掉它们，或设为它们现有的值。</translation>
    </message>
    <message>
        <source>it is no longer the object that was shown</source>
        <translation>它已不是所显示的那个对象</translation>
    </message>
    <message>
        <source>Refresh and look again before you delete it.</source>
        <translation>删除前请刷新并再次查看。</translation>
    </message>
    <message>
        <source>Ask for the right; the role that would allow it is attached.</source>
        <translation>请申请该权限；附有可授予它的角色。</translation>
    </message>
    <message>
        <source>the quota of the namespace is used up</source>
        <translation>命名空间的配额已用尽</translation>
    </message>
    <message>
        <source>Ask for more quota, or remove what is not needed.</source>
        <translation>请申请更多配额，或移除不需要的对象。</translation>
    </message>
    <message>
        <source>the namespace is being deleted</source>
        <translation>命名空间正在删除</translation>
    </message>
    <message>
        <source>a policy of the cluster forbids it</source>
        <translation>集群的策略禁止此操作</translation>
    </message>
    <message>
        <source>Correct the fields named.</source>
        <translation>请改正所列字段。</translation>
    </message>
    <message>
        <source>the content does not fit the schema of the kind</source>
        <translation>内容不符合该类型的模式</translation>
    </message>
    <message>
        <source>Correct the fields named; there may be more of them.</source>
        <translation>请改正所列字段；可能还有其他字段。</translation>
    </message>
    <message>
        <source>the object is too large for the cluster&apos;s store</source>
        <translation>对象太大，集群存储无法容纳</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>请将其拆分。</translation>
    </message>
    <message>
        <source>a webhook of the cluster has side effects and takes no dry run</source>
        <translation>集群的某个 webhook 有副作用，不接受试运行</translation>
    </message>
    <message>
        <source>It cannot be previewed; that does not make it wrong.</source>
        <translation>无法预览；但这不代表它有错。</translation>
    </message>
    <message>
        <source>a webhook of the cluster does not answer; nothing was stored</source>
        <translation>集群的某个 webhook 没有应答；未存储任何内容</translation>
    </message>
    <message>
        <source>Check the pods of that webhook, then try again.</source>
        <translation>请检查该 webhook 的 Pod，然后重试。</translation>
    </message>
    <message>
        <source>the server limits how often it is asked</source>
        <translation>服务器限制了请求频率</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>the server is starting</source>
        <translation>服务器正在启动</translation>
    </message>
    <message>
        <source>this server has not caught up with the others yet</source>
        <translation>该服务器尚未与其他服务器同步</translation>
    </message>
    <message>
        <source>the picture it should go on from is too old</source>
        <translation>要接续的数据快照太旧</translation>
    </message>
    <message>
        <source>Refresh.</source>
        <translation>请刷新。</translation>
    </message>
    <message>
        <source>a disruption budget forbids it for now</source>
        <translation>中断预算暂时不允许</translation>
    </message>
    <message>
        <source>what should answer behind the API server does not</source>
        <translation>API 服务器背后应当应答的服务没有应答</translation>
    </message>
    <message>
        <source>Check that the service and its pods run.</source>
        <translation>请检查该服务及其 Pod 是否在运行。</translation>
    </message>
    <message>
        <source>this is no answer of a Kubernetes API server</source>
        <translation>这不是 Kubernetes API 服务器的应答</translation>
    </message>
    <message>
        <source>A proxy or a login page answers: check the address and the proxy.</source>
        <translation>应答的是代理或登录页面：请检查地址和代理。</translation>
    </message>
    <message>
        <source>the server does not know these credentials</source>
        <translation>服务器不认识这些凭据</translation>
    </message>
    <message>
        <source>Sign in again, or check the user of the context.</source>
        <translation>请重新登录，或检查上下文中的用户。</translation>
    </message>
    <message>
        <source>the server failed</source>
        <translation>服务器出错</translation>
    </message>
    <message>
        <source>Ask those who run the cluster; the server&apos;s log says more.</source>
        <translation>请联系集群运维人员；服务器日志中有更多信息。</translation>
    </message>
    <message>
        <source>a line of the watch is no event</source>
        <translation>监视数据中有一行不是事件</translation>
    </message>
    <message>
        <source>an event has no resourceVersion</source>
        <translation>某个事件没有 resourceVersion</translation>
    </message>
    <message>
        <source>there is no object of that name so far</source>
        <translation>目前还没有该名称的对象</translation>
    </message>
    <message>
        <source>an object of that name is there, but it is not as it was sent</source>
        <translation>该名称的对象已存在，但内容与所发送的不一致</translation>
    </message>
    <message>
        <source>an object of that name is there, and somebody else made it</source>
        <translation>该名称的对象已存在，由其他人创建</translation>
    </message>
    <message>
        <source>Cannot create %1</source>
        <translation>无法创建 %1</translation>
    </message>
    <message>
        <source>The picture of %1 may be old</source>
        <translation>%1 的画面可能已过时</translation>
    </message>
    <message>
        <source>the server keeps the watch open and tells nothing</source>
        <translation>服务器保持监视连接但没有任何消息</translation>
    </message>
    <message>
        <source>It is asked again and again; changes come late meanwhile.</source>
        <translation>将不断重新询问；在此期间变化会延迟显示。</translation>
    </message>
    <message>
        <source>%1; flow schema %2</source>
        <translation>%1；流量模式（FlowSchema）%2</translation>
    </message>
</context>
<context>
    <name>KubeChecks</name>
    <message>
        <source>“%1” has both %2 and %3</source>
        <translation>“%1”同时有 %2 和 %3</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>the cluster “%1” has no server</source>
        <translation>集群“%1”没有 server</translation>
    </message>
    <message>
        <source>Give its address as server: https://host:6443.</source>
        <translation>请用 server: https://host:6443 给出其地址。</translation>
    </message>
    <message>
        <source>the server of the cluster “%1” is not an HTTP address</source>
        <translation>集群“%1”的 server 不是 HTTP 地址</translation>
    </message>
    <message>
        <source>the server of the cluster “%1” holds a user or password</source>
        <translation>集群“%1”的 server 含有用户名或密码</translation>
    </message>
    <message>
        <source>Give them as username and password of the user.</source>
        <translation>请将其写为该用户的 username 和 password。</translation>
    </message>
    <message>
        <source>the proxy-url of the cluster “%1” is not an address with http, https or socks5</source>
        <translation>集群“%1”的 proxy-url 不是 http、https 或 socks5 地址</translation>
    </message>
    <message>
        <source>Give it as proxy-url: http://host:3128, or leave it out for the proxy of the environment.</source>
        <translation>请写成 proxy-url: http://host:3128；若要使用环境变量中的代理，请省略。</translation>
    </message>
    <message>
        <source>the cluster “%1” has insecure-skip-tls-verify, and Spillway always verifies who it talks to</source>
        <translation>集群“%1”设置了 insecure-skip-tls-verify，而 Spillway 始终验证对方身份</translation>
    </message>
    <message>
        <source>Give the cluster&apos;s CA: kubectl config set-cluster %1 --certificate-authority=FILE, or ca under kube in the workspace.</source>
        <translation>请给出集群的 CA：kubectl config set-cluster %1 --certificate-authority=FILE，或在工作区的 kube 下设置 ca。</translation>
    </message>
    <message>
        <source>certificate-authority of the cluster “%1”: %2</source>
        <translation>集群“%1”的 certificate-authority：%2</translation>
    </message>
    <message>
        <source>It starts with -----BEGIN CERTIFICATE-----.</source>
        <translation>它应以 -----BEGIN CERTIFICATE----- 开头。</translation>
    </message>
    <message>
        <source>the user “%1” has both a token and a username or password</source>
        <translation>用户“%1”同时有令牌和用户名或密码</translation>
    </message>
    <message>
        <source>the user “%1” logs in by auth-provider “%2”, which Kubernetes has removed</source>
        <translation>用户“%1”通过 auth-provider“%2”登录，而 Kubernetes 已移除此方式</translation>
    </message>
    <message>
        <source>Let the tool of your cloud write the entry again: it then names a login helper under exec.</source>
        <translation>请用云厂商的工具重新写入该条目：它会在 exec 下给出登录助手。</translation>
    </message>
    <message>
        <source>the user “%1” has as-uid, as-groups or as-user-extra without as</source>
        <translation>用户“%1”设置了 as-uid、as-groups 或 as-user-extra，却没有 as</translation>
    </message>
    <message>
        <source>Say with as who is to be impersonated.</source>
        <translation>请用 as 指明要模拟的用户。</translation>
    </message>
    <message>
        <source>the user “%1” has a client certificate but no key</source>
        <translation>用户“%1”有客户端证书但没有密钥</translation>
    </message>
    <message>
        <source>Add client-key or client-key-data.</source>
        <translation>请添加 client-key 或 client-key-data。</translation>
    </message>
    <message>
        <source>the user “%1” has a key but no client certificate</source>
        <translation>用户“%1”有密钥但没有客户端证书</translation>
    </message>
    <message>
        <source>Add client-certificate or client-certificate-data.</source>
        <translation>请添加 client-certificate 或 client-certificate-data。</translation>
    </message>
    <message>
        <source>user “%1”: %2</source>
        <translation>用户“%1”：%2</translation>
    </message>
    <message>
        <source>Log in again with the tool that made the entry.</source>
        <translation>请用生成该条目的工具重新登录。</translation>
    </message>
    <message>
        <source>%1: the file is empty</source>
        <translation>%1：文件为空</translation>
    </message>
    <message>
        <source>Put the token into the file.</source>
        <translation>请将令牌写入该文件。</translation>
    </message>
    <message>
        <source>the login helper of the user “%1” has no interactiveMode</source>
        <translation>用户“%1”的登录助手没有 interactiveMode</translation>
    </message>
    <message>
        <source>Add interactiveMode: IfAvailable.</source>
        <translation>请添加 interactiveMode: IfAvailable。</translation>
    </message>
    <message>
        <source>interactiveMode of the user “%1” is neither Never nor IfAvailable nor Always</source>
        <translation>用户“%1”的 interactiveMode 既不是 Never，也不是 IfAvailable 或 Always</translation>
    </message>
    <message>
        <source>Write interactiveMode: IfAvailable.</source>
        <translation>请写 interactiveMode: IfAvailable。</translation>
    </message>
    <message>
        <source>the login helper of the user “%1” wants a terminal (interactiveMode: Always), and Spillway has none</source>
        <translation>用户“%1”的登录助手需要终端（interactiveMode: Always），而 Spillway 没有终端</translation>
    </message>
    <message>
        <source>Use another way to log in, or interactiveMode: IfAvailable if the helper can do without.</source>
        <translation>请改用其他登录方式；若登录助手不需要终端，请使用 interactiveMode: IfAvailable。</translation>
    </message>
    <message>
        <source>the login helper of the user “%1” has no command</source>
        <translation>用户“%1”的登录助手没有 command</translation>
    </message>
    <message>
        <source>Say with command which program to run.</source>
        <translation>请用 command 指明要运行的程序。</translation>
    </message>
    <message>
        <source>the login helper of the user “%1” has no apiVersion</source>
        <translation>用户“%1”的登录助手没有 apiVersion</translation>
    </message>
    <message>
        <source>Add apiVersion: %1.</source>
        <translation>请添加 apiVersion: %1。</translation>
    </message>
    <message>
        <source>the login helper of the user “%1” speaks an apiVersion that is neither %2 nor %3</source>
        <translation>用户“%1”的登录助手的 apiVersion 既不是 %2 也不是 %3</translation>
    </message>
    <message>
        <source>Update the helper and let it write the entry again.</source>
        <translation>请更新登录助手，并让它重新写入该条目。</translation>
    </message>
    <message>
        <source>a variable in env of the login helper of the user “%1” has no name</source>
        <translation>用户“%1”的登录助手的 env 中有一个变量没有名称</translation>
    </message>
    <message>
        <source>Give each a name and a value.</source>
        <translation>请为每个变量给出名称和值。</translation>
    </message>
    <message>
        <source>The context “%1” cannot be used</source>
        <translation>上下文“%1”无法使用</translation>
    </message>
    <message>
        <source>A file of the kubeconfig cannot be read</source>
        <translation>无法读取 kubeconfig 引用的文件</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>请检查路径及其权限。</translation>
    </message>
</context>
<context>
    <name>KubeSchemas</name>
    <message>
        <source>Cannot read the schemas of the cluster</source>
        <translation>无法读取集群的架构</translation>
    </message>
    <message>
        <source>it has no list of documents</source>
        <translation>其中没有文档列表</translation>
    </message>
    <message>
        <source>it does not describe %1</source>
        <translation>它没有描述 %1</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>它没有及时应答</translation>
    </message>
</context>
<context>
    <name>KubeTarget</name>
    <message>
        <source>There is no Kubernetes context to use</source>
        <translation>没有可用的 Kubernetes 上下文</translation>
    </message>
    <message>
        <source>Log in to the cluster with its own tool first.</source>
        <translation>请先用集群自己的工具登录。</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>请从中选择：%1。</translation>
    </message>
    <message>
        <source>“%1” is not in the kubeconfig</source>
        <translation>kubeconfig 中没有“%1”</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>是否想写“%1”？</translation>
    </message>
    <message>
        <source>“%1” cannot be a namespace</source>
        <translation>“%1”不能作为命名空间</translation>
    </message>
    <message>
        <source>A namespace has small letters, digits and dashes, at most 63.</source>
        <translation>命名空间只能包含小写字母、数字和连字符，最多 63 个字符。</translation>
    </message>
    <message>
        <source>the context names no cluster</source>
        <translation>该上下文没有指定集群</translation>
    </message>
    <message>
        <source>the cluster “%1” is not in the kubeconfig</source>
        <translation>kubeconfig 中没有集群“%1”</translation>
    </message>
    <message>
        <source>Add it, or name another one in the context.</source>
        <translation>请添加它，或在上下文中改用另一个。</translation>
    </message>
    <message>
        <source>the user “%1” is not in the kubeconfig</source>
        <translation>kubeconfig 中没有用户“%1”</translation>
    </message>
    <message>
        <source>the context “%1” has no credentials; the server takes you for anonymous</source>
        <translation>上下文“%1”没有凭据；服务器将您视为匿名用户</translation>
    </message>
    <message>
        <source>the server of the context “%1” is not https, so that no credentials are sent</source>
        <translation>上下文“%1”的服务器不是 https，因此不会发送凭据</translation>
    </message>
    <message>
        <source>You may not be known to the cluster</source>
        <translation>集群可能无法识别您的身份</translation>
    </message>
    <message>
        <source>none is chosen (current-context)</source>
        <translation>未选择上下文（current-context）</translation>
    </message>
    <message>
        <source>no kubeconfig was found</source>
        <translation>未找到 kubeconfig</translation>
    </message>
    <message>
        <source>no kubeconfig was found at %1</source>
        <translation>在 %1 未找到 kubeconfig</translation>
    </message>
    <message>
        <source>Log in to the cluster with its own tool first, or set KUBECONFIG.</source>
        <translation>请先用集群自己的工具登录，或设置 KUBECONFIG。</translation>
    </message>
</context>
<context>
    <name>Kubeconfig</name>
    <message>
        <source>The kubeconfig file cannot be read</source>
        <translation>无法读取 kubeconfig 文件</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>Give the path of a kubeconfig file.</source>
        <translation>请给出 kubeconfig 文件的路径。</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>请检查路径及其权限。</translation>
    </message>
    <message>
        <source>it is larger than 10 MB</source>
        <translation>它大于 10 MB</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <source>Give the path of a kubeconfig file, or none for the usual one.</source>
        <translation>请给出 kubeconfig 文件的路径；留空则使用默认文件。</translation>
    </message>
    <message>
        <source>Log in to the cluster with its own tool first, or set KUBECONFIG.</source>
        <translation>请先用集群自己的工具登录，或设置 KUBECONFIG。</translation>
    </message>
    <message>
        <source>%1 is expected</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>the entry has no name, so that no context can use it</source>
        <translation>该条目没有名称，因此任何上下文都无法使用它</translation>
    </message>
    <message>
        <source>there is already an entry with the name “%1” in line %2</source>
        <translation>第 %2 行已有名为“%1”的条目</translation>
    </message>
    <message>
        <source>Give one of the two another name.</source>
        <translation>请给其中一个换个名称。</translation>
    </message>
    <message>
        <source>this is not base64</source>
        <translation>这不是 base64</translation>
    </message>
    <message>
        <source>A file is given with the key without “-data”.</source>
        <translation>若要给出文件，请使用不带“-data”的键。</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>No component has values</source>
        <translation>没有任何组件有数值</translation>
    </message>
    <message>
        <source>Every component is within its limits</source>
        <translation>所有组件都在限值之内</translation>
    </message>
    <message>
        <source>No limit is crossed, but nothing is known of: %1</source>
        <translation>没有超出限值，但以下各项没有数据：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>was 0</source>
        <translation>曾为 0</translation>
    </message>
    <message>
        <source>same</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>No limit was crossed when this was read</source>
        <translation>读取这些数据时没有超出任何限值</translation>
    </message>
    <message>
        <source>No limit is crossed in what was read, but that is not all</source>
        <translation>已读取的数据没有超出任何限值，但数据不完整</translation>
    </message>
</context>
<context>
    <name>MetricResolver</name>
    <message>
        <source>%1 is not a part of a metric; use bucket, sum or count.</source>
        <translation>%1 不是指标的组成部分；请使用 bucket、sum 或 count。</translation>
    </message>
    <message>
        <source>%1 is not a histogram, so it has no %2.</source>
        <translation>%1 不是直方图，因此没有 %2。</translation>
    </message>
    <message>
        <source>The buckets of %1 are in another unit and cannot be converted here.</source>
        <translation>%1 的桶使用其他单位，此处无法换算。</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>gauge</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>counter</translation>
    </message>
    <message>
        <source>histogram with buckets</source>
        <translation>带桶的直方图</translation>
    </message>
    <message>
        <source>native histogram</source>
        <translation>原生直方图</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算值</translation>
    </message>
    <message>
        <source>%1 is what comes closest, but it is a %2: rates and quantiles of it may be wrong.</source>
        <translation>%1 最为接近，但它的类型是 %2：其速率和分位数可能有误。</translation>
    </message>
    <message>
        <source>%1 (%2) has another unit; its values are multiplied by %3.</source>
        <translation>%1（%2）的单位不同；其值已乘以 %3。</translation>
    </message>
    <message>
        <source>%1 (%2) is another name for the same thing.</source>
        <translation>%1（%2）是同一指标的另一名称。</translation>
    </message>
    <message>
        <source>It exists under this name (%1).</source>
        <translation>它以此名称存在（%1）。</translation>
    </message>
    <message>
        <source>%1 (%2): the exporter changed the name.</source>
        <translation>%1（%2）：导出器更改了名称。</translation>
    </message>
    <message>
        <source>The workspace says that it is called %1, but there is no such metric.</source>
        <translation>工作区指定其名称为 %1，但没有这个指标。</translation>
    </message>
    <message>
        <source>The workspace says that it is called %1.</source>
        <translation>工作区指定其名称为 %1。</translation>
    </message>
    <message>
        <source>The backend has no metric of this name, with or without the suffixes that exporters add.</source>
        <translation>后端没有该名称的指标，无论是否带有导出器添加的后缀。</translation>
    </message>
    <message>
        <source>Computed from %1 and %2.</source>
        <translation>由 %1 和 %2 计算得出。</translation>
    </message>
    <message>
        <source>The rate of %1.</source>
        <translation>%1 的速率。</translation>
    </message>
    <message>
        <source>%1 Not used: %2.</source>
        <translation>%1 未使用：%2。</translation>
    </message>
</context>
<context>
    <name>OpenApiSchema</name>
    <message>
        <source>Cannot read the schema of an API</source>
        <translation>无法读取 API 的架构</translation>
    </message>
    <message>
        <source>The document has no components.schemas.</source>
        <translation>文档中没有 components.schemas。</translation>
    </message>
    <message>
        <source>The definition %1 is referred to, but it is missing.</source>
        <translation>引用了定义 %1，但它不存在。</translation>
    </message>
    <message>
        <source>There is no version %1.</source>
        <translation>没有版本 %1。</translation>
    </message>
    <message>
        <source>The definition %1 has no schema of an object.</source>
        <translation>定义 %1 没有对象的架构。</translation>
    </message>
</context>
<context>
    <name>Optimiser</name>
    <message>
        <source>nothing may be changed</source>
        <translation>没有可更改的内容</translation>
    </message>
    <message>
        <source>“%1” has no values to try</source>
        <translation>“%1”没有可尝试的值</translation>
    </message>
    <message>
        <source>the values of “%1” do not ascend</source>
        <translation>“%1”的值未按升序排列</translation>
    </message>
    <message>
        <source>there is no replay to judge policies with</source>
        <translation>没有可用于评判策略的回放</translation>
    </message>
    <message>
        <source>no replay may be run</source>
        <translation>不允许运行回放</translation>
    </message>
    <message>
        <source>today&apos;s policy does not fit what may be changed</source>
        <translation>当前策略不在可更改的范围内</translation>
    </message>
    <message>
        <source>no combination of the values is allowed</source>
        <translation>没有允许的取值组合</translation>
    </message>
    <message>
        <source>The policy cannot be judged</source>
        <translation>无法评判该策略</translation>
    </message>
    <message>
        <source>its replay has no cost or no latency</source>
        <translation>其回放没有成本或延迟</translation>
    </message>
    <message>
        <source>Choose a period without gaps.</source>
        <translation>请选择没有缺口的时段。</translation>
    </message>
    <message>
        <source>Its p95 latency of %1 is above the limit of %2.</source>
        <translation>其 p95 延迟 %1 超过上限 %2。</translation>
    </message>
    <message>
        <source>Its share of 429s of %1 is above the limit of %2.</source>
        <translation>其 429 占比 %1 超过上限 %2。</translation>
    </message>
    <message>
        <source>Its oldest message waits %1, above the limit of %2.</source>
        <translation>其最早的消息等待了 %1，超过上限 %2。</translation>
    </message>
    <message>
        <source>It comes nearest to the objective.</source>
        <translation>它最接近目标。</translation>
    </message>
    <message>
        <source>It is the cheapest policy that holds the objective.</source>
        <translation>它是满足目标的最便宜策略。</translation>
    </message>
    <message>
        <source>It is the cheapest policy of all.</source>
        <translation>它是所有策略中最便宜的。</translation>
    </message>
    <message>
        <source>No policy that was tried has a lower p95 latency.</source>
        <translation>尝试过的策略中没有 p95 延迟更低的。</translation>
    </message>
    <message>
        <source>No policy that was tried has fewer 429s.</source>
        <translation>尝试过的策略中没有 429 占比更低的。</translation>
    </message>
    <message>
        <source>“%1” is at the end of what was tried; a wider range may do better.</source>
        <translation>“%1”已到尝试范围的边界；扩大范围可能更好。</translation>
    </message>
    <message>
        <source>For %1 more than the next cheaper one its p95 is %2 shorter.</source>
        <translation>比次便宜的策略多花 %1，p95 缩短 %2。</translation>
    </message>
    <message>
        <source>For %1 more than the next cheaper one it has %2 fewer 429s.</source>
        <translation>比次便宜的策略多花 %1，429 占比下降 %2。</translation>
    </message>
    <message>
        <source>It saves %1 against the next dearer one for a p95 that is %2 longer.</source>
        <translation>比贵一档的策略节省 %1，p95 延长 %2。</translation>
    </message>
    <message>
        <source>It saves %1 against the next dearer one for %2 more 429s.</source>
        <translation>比贵一档的策略节省 %1，429 占比上升 %2。</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the p95 limit, to which %1 is left.</source>
        <translation>附近更便宜的策略都会超出 p95 上限；距上限还有 %1。</translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the limit of 429s, to which %1 is left.</source>
        <translation>附近更便宜的策略都会超出 429 上限；距上限还有 %1。</translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the limit of waiting, to which %1 is left.</source>
        <translation>附近更便宜的策略都会超出等待时间上限；距上限还有 %1。</translation>
    </message>
    <message>
        <source>The cheapest policy that holds the objective costs %1, %2 less than today&apos;s.</source>
        <translation>满足目标的最便宜策略成本为 %1，比当前策略少 %2。</translation>
    </message>
    <message>
        <source>The cheapest policy that holds the objective costs %1.</source>
        <translation>满足目标的最便宜策略成本为 %1。</translation>
    </message>
    <message>
        <source>No policy that was tried holds the objective. The nearest costs %1. %2</source>
        <translation>尝试过的策略都不满足目标。最接近的成本为 %1。%2</translation>
    </message>
    <message>
        <source>No policy could be judged.</source>
        <translation>没有可评判的策略。</translation>
    </message>
</context>
<context>
    <name>OptimiserReport</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>as today</source>
        <translation>与现在相同</translation>
    </message>
    <message>
        <source>POINT</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>COST %1</source>
        <translation>成本 %1</translation>
    </message>
    <message>
        <source>P95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>429</source>
        <translation>429</translation>
    </message>
    <message>
        <source>OLDEST</source>
        <translation>最久等待</translation>
    </message>
    <message>
        <source>HOLDS</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>CHANGES</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>today</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 best</source>
        <translation>%1 最佳</translation>
    </message>
</context>
<context>
    <name>PageSetup</name>
    <message>
        <source>Cannot read the token prices</source>
        <translation>无法读取 token 价格</translation>
    </message>
</context>
<context>
    <name>PanelExport</name>
    <message>
        <source>Cannot save the panel</source>
        <translation>无法保存面板</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>PanelNotices</name>
    <message>
        <source>Something may be wrong or missing</source>
        <translation>可能有错误或缺失</translation>
    </message>
    <message>
        <source>Hints, possibly harmless</source>
        <translation>提示，可能无害</translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation>正在刷新</translation>
    </message>
    <message>
        <source>Old data kept</source>
        <translation>旧数据</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分数据</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>已截断</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 of %2 queries failed: %3</source>
        <translation>%2 个查询中有 %1 个失败：%3</translation>
    </message>
    <message>
        <source>The server says that parts are missing.</source>
        <translation>服务器报告部分数据缺失。</translation>
    </message>
    <message>
        <source>A limit of the server cut the result.</source>
        <translation>结果因服务器的限制而被截断。</translation>
    </message>
    <message>
        <source>The query has no series.</source>
        <translation>该查询没有序列。</translation>
    </message>
    <message>
        <source>This panel has no query.</source>
        <translation>该面板没有查询。</translation>
    </message>
    <message>
        <source>The answer is late.</source>
        <translation>应答迟到。</translation>
    </message>
</context>
<context>
    <name>PanelValue</name>
    <message>
        <source>was 0 last week</source>
        <translation>上周为 0</translation>
    </message>
    <message>
        <source>same as last week</source>
        <translation>与上周持平</translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation>无对比</translation>
    </message>
    <message>
        <source>×%1 last week</source>
        <translation>上周的 %1 倍</translation>
    </message>
    <message>
        <source>%1 % vs last week</source>
        <translation>较上周 %1%</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 samples are not numbers and left out</source>
        <translation>%2 个样本中有 %1 个不是数字，已略去</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Pem</name>
    <message>
        <source>this is not a certificate in PEM form</source>
        <translation>这不是 PEM 格式的证书</translation>
    </message>
    <message>
        <source>the client certificate is not a certificate in PEM form</source>
        <translation>客户端证书不是 PEM 格式的证书</translation>
    </message>
    <message>
        <source>the key of the client certificate is protected by a password</source>
        <translation>客户端证书的密钥受密码保护</translation>
    </message>
    <message>
        <source>the key of the client certificate is not a private key in PEM form</source>
        <translation>客户端证书的密钥不是 PEM 格式的私钥</translation>
    </message>
    <message>
        <source>the key does not belong to the client certificate</source>
        <translation>密钥与客户端证书不匹配</translation>
    </message>
</context>
<context>
    <name>Pipeline</name>
    <message>
        <source>there is no time to replay</source>
        <translation>没有可回放的时间</translation>
    </message>
    <message>
        <source>there are no components</source>
        <translation>没有组件</translation>
    </message>
    <message>
        <source>each component needs a name of its own</source>
        <translation>每个组件需要各自的名称</translation>
    </message>
    <message>
        <source>components feed each other in a circle</source>
        <translation>组件之间循环供给</translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation>无法回放该策略</translation>
    </message>
    <message>
        <source>the traffic does not cover the time</source>
        <translation>流量未覆盖该时段</translation>
    </message>
    <message>
        <source>nothing is known of its traffic</source>
        <translation>其流量未知</translation>
    </message>
    <message>
        <source>a replica must be able to do something</source>
        <translation>副本必须有处理能力</translation>
    </message>
    <message>
        <source>there must be at least one partition</source>
        <translation>至少要有一个分区</translation>
    </message>
    <message>
        <source>what feeds it does not exist</source>
        <translation>其上游不存在</translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation>最小值 %1 大于最大值 %2</translation>
    </message>
    <message>
        <source>there is no metric that can be replayed</source>
        <translation>没有可回放的指标</translation>
    </message>
    <message>
        <source>a metric is of a component that does not exist</source>
        <translation>有一个指标属于不存在的组件</translation>
    </message>
    <message>
        <source>the target is zero</source>
        <translation>目标值为零</translation>
    </message>
    <message>
        <source>it must be at least 1</source>
        <translation>必须至少为 1</translation>
    </message>
    <message>
        <source>the shares of the models must add up to 1</source>
        <translation>各模型的占比之和必须为 1</translation>
    </message>
    <message>
        <source>the growth must be a number from 0 to %1</source>
        <translation>增长倍数必须是 0 到 %1 之间的数</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>新建 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to change</source>
        <translation>
            <numerusform>更改 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to delete</source>
        <translation>
            <numerusform>删除 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they should be</source>
        <translation>
            <numerusform>%n 个无需更改</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Set %1 to %2</source>
        <translation>将 %1 设为 %2</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>The change cannot be undone</source>
        <translation>无法撤销更改</translation>
    </message>
    <message>
        <source>the text was changed since</source>
        <translation>文本此后已被更改</translation>
    </message>
    <message>
        <source>Undo the later changes first.</source>
        <translation>请先撤销之后的更改。</translation>
    </message>
    <message>
        <source>The policy is too large to be kept as a revision</source>
        <translation>策略过大，无法保存为修订版本</translation>
    </message>
    <message>
        <source>a revision holds at most %1 bytes</source>
        <translation>一个修订版本最多容纳 %1 字节</translation>
    </message>
    <message>
        <source>Divide it into several policies.</source>
        <translation>请拆分为多个策略。</translation>
    </message>
    <message>
        <source>The override cannot be set</source>
        <translation>无法设置覆盖</translation>
    </message>
    <message>
        <source>the name of the breaker is missing</source>
        <translation>缺少熔断器名称</translation>
    </message>
    <message>
        <source>this mode is about a service, not about a breaker</source>
        <translation>此模式针对服务，而不是熔断器</translation>
    </message>
    <message>
        <source>no limit is given</source>
        <translation>未给出限制</translation>
    </message>
    <message>
        <source>Give rpm, tpm or both.</source>
        <translation>请给出 rpm、tpm 或两者。</translation>
    </message>
    <message>
        <source>a limit must be above zero</source>
        <translation>限制必须大于零</translation>
    </message>
    <message>
        <source>“%1” is not what a service can degrade to</source>
        <translation>服务无法降级为“%1”</translation>
    </message>
    <message>
        <source>Use cached-answer, human-handoff or queue.</source>
        <translation>请使用 cached-answer、human-handoff 或 queue。</translation>
    </message>
    <message>
        <source>no setting is given</source>
        <translation>未给出设置</translation>
    </message>
    <message>
        <source>“%1” is not a state to end in</source>
        <translation>“%1”不是可用的结束状态</translation>
    </message>
    <message>
        <source>Use HALF_OPEN or CLOSED.</source>
        <translation>请使用 HALF_OPEN 或 CLOSED。</translation>
    </message>
    <message>
        <source>a breaker cannot go from METRICS_ONLY to HALF_OPEN</source>
        <translation>熔断器无法从 METRICS_ONLY 变为 HALF_OPEN</translation>
    </message>
    <message>
        <source>Use CLOSED.</source>
        <translation>请使用 CLOSED。</translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation>“%1”不是时间</translation>
    </message>
    <message>
        <source>the id is missing</source>
        <translation>缺少 id</translation>
    </message>
    <message>
        <source>the service is missing</source>
        <translation>缺少服务</translation>
    </message>
    <message>
        <source>the reason is missing</source>
        <translation>缺少原因</translation>
    </message>
    <message>
        <source>the author is missing</source>
        <translation>缺少操作人</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>缺少结束时间</translation>
    </message>
    <message>
        <source>Every override ends; give the time at which it does.</source>
        <translation>每个覆盖都会结束；请给出结束时间。</translation>
    </message>
    <message>
        <source>The overrides are of another version of Spillway</source>
        <translation>覆盖属于另一版本的 Spillway</translation>
    </message>
    <message>
        <source>their schema is %1, this program knows 1</source>
        <translation>其格式为 %1，本程序支持 1</translation>
    </message>
    <message>
        <source>Update Spillway. Nothing was changed.</source>
        <translation>请更新 Spillway。未做任何更改。</translation>
    </message>
    <message>
        <source>all components</source>
        <translation>所有组件</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 于 %2：%3</translation>
    </message>
    <message>
        <source>%1 during %2: %3</source>
        <translation>%1 在 %2 期间：%3</translation>
    </message>
    <message>
        <source>%1 always: %2</source>
        <translation>%1 始终：%2</translation>
    </message>
    <message>
        <source>%1 cost of a month: %2</source>
        <translation>%1 月度成本：%2</translation>
    </message>
    <message>
        <source>there is no component “%1”</source>
        <translation>没有组件“%1”</translation>
    </message>
    <message>
        <source>nothing scales “%1”</source>
        <translation>“%1”没有伸缩</translation>
    </message>
    <message>
        <source>“%1” has no event “%2”</source>
        <translation>“%1”没有事件“%2”</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>it is %1 at %2 (%3)</source>
        <translation>在 %2 为 %1（%3）</translation>
    </message>
    <message>
        <source>prices are in %1, not in %2</source>
        <translation>价格以 %1 计，而不是 %2</translation>
    </message>
    <message>
        <source>“%1” has no cost.perReplicaHour</source>
        <translation>“%1”没有 cost.perReplicaHour</translation>
    </message>
    <message>
        <source>there is no component “%1” that is scaled</source>
        <translation>没有可伸缩的组件“%1”</translation>
    </message>
    <message>
        <source>between %1 (at the floors) and %2 (at the caps) %3</source>
        <translation>介于 %1（按下限）与 %2（按上限）%3 之间</translation>
    </message>
    <message>
        <source>%1; traffic decides</source>
        <translation>%1；取决于流量</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an object</source>
        <translation>“%1”不能作为对象名称</translation>
    </message>
    <message>
        <source>Use lower case letters, digits, “-” and “.”, at most 253 of them, with a letter or digit at both ends.</source>
        <translation>请使用小写字母、数字、“-”和“.”，最多 253 个字符，首尾须为字母或数字。</translation>
    </message>
    <message>
        <source>Use lower case letters, digits and “-”, at most 63 of them, with a letter or digit at both ends.</source>
        <translation>请使用小写字母、数字和“-”，最多 63 个字符，首尾须为字母或数字。</translation>
    </message>
    <message>
        <source>a number of at least %1 is expected, %2 was found</source>
        <translation>应为不小于 %1 的数字，但实际为 %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected, %3 was found</source>
        <translation>应为 %1 至 %2 的数字，但实际为 %3</translation>
    </message>
    <message>
        <source>“%1” is not a quantity</source>
        <translation>“%1”不是数量</translation>
    </message>
    <message>
        <source>Write a number with a unit of Kubernetes, such as 500m or 2Gi.</source>
        <translation>请写带 Kubernetes 单位的数字，例如 500m 或 2Gi。</translation>
    </message>
    <message>
        <source>a quantity above zero is expected, %1 was found</source>
        <translation>应为大于零的数量，但实际为 %1</translation>
    </message>
    <message>
        <source>the time zone “%1” is not known</source>
        <translation>未知的时区“%1”</translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation>请使用 IANA 名称，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>是否想写“%1”？</translation>
    </message>
    <message>
        <source>exactly one kind is expected here, %1 were found</source>
        <translation>此处应恰有一种类型，但实际有 %1 种</translation>
    </message>
    <message>
        <source>Write one item of the list for each kind.</source>
        <translation>请为每种类型各写一个列表项。</translation>
    </message>
    <message>
        <source>“%1” is not a day or a range of days</source>
        <translation>“%1”不是日期或日期范围</translation>
    </message>
    <message>
        <source>Write 2026-10-01, or 2026-10-01/2026-10-07 with the last day included.</source>
        <translation>请写 2026-10-01，或 2026-10-01/2026-10-07（含最后一天）。</translation>
    </message>
    <message>
        <source>“%1” is not a time of day</source>
        <translation>“%1”不是一天中的时间</translation>
    </message>
    <message>
        <source>Write hours and minutes: &quot;09:00&quot;.</source>
        <translation>请写小时和分钟：&quot;09:00&quot;。</translation>
    </message>
    <message>
        <source>“%1” is not a date and time</source>
        <translation>“%1”不是日期时间</translation>
    </message>
    <message>
        <source>Write 2026-11-04T00:00; it is read in the policy&apos;s time zone.</source>
        <translation>请写 2026-11-04T00:00；按策略的时区解读。</translation>
    </message>
    <message>
        <source>“%1” is not a day of the week</source>
        <translation>“%1”不是星期</translation>
    </message>
    <message>
        <source>Write Mon, Tue, Wed, Thu, Fri, Sat, Sun, or a range such as Mon-Fri.</source>
        <translation>请写 Mon、Tue、Wed、Thu、Fri、Sat、Sun，或范围如 Mon-Fri。</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>文本为空</translation>
    </message>
    <message>
        <source>cost tags on the pod template restart all pods of “%1” when they change</source>
        <translation>Pod 模板上的成本标签变化时会重启“%1”的所有 Pod</translation>
    </message>
    <message>
        <source>cron trigger</source>
        <translation>cron 触发器</translation>
    </message>
    <message>
        <source>nobody measured how long pods of “%1” take to be ready; %2 s are taken</source>
        <translation>尚未测量“%1”的 Pod 就绪时间；按 %2 秒计算</translation>
    </message>
    <message>
        <source>the floor of %1 ends at once with “%2”: pods above what load needs go in one step</source>
        <translation>下限 %1 随“%2”立即结束：超出负载所需的 Pod 会一次性移除</translation>
    </message>
    <message>
        <source>Add rampOut.</source>
        <translation>请添加 rampOut。</translation>
    </message>
    <message>
        <source>minimum and maximum of “%1” are the same, its metrics decide nothing</source>
        <translation>“%1”的最小值与最大值相同，其指标不起作用</translation>
    </message>
    <message>
        <source>KEDA only works with idleReplicas 0</source>
        <translation>KEDA 仅支持 idleReplicas 为 0</translation>
    </message>
    <message>
        <source>Write 0.</source>
        <translation>请写 0。</translation>
    </message>
    <message>
        <source>“%1” would never leave zero: cpu and memory of no pod cannot be measured</source>
        <translation>“%1”将永远停留在零：没有 Pod 就无法测量 cpu 和内存</translation>
    </message>
    <message>
        <source>Write a minimum of 1, or add another trigger.</source>
        <translation>请将最小值写为 1，或添加其他触发器。</translation>
    </message>
    <message>
        <source>with ignoreNullValues a lost Prometheus looks like no load and scales in</source>
        <translation>启用 ignoreNullValues 时，Prometheus 失联看起来像没有负载，会导致缩容</translation>
    </message>
    <message>
        <source>Remove it; the fallback then holds the replicas.</source>
        <translation>请移除；之后由 fallback 保持副本数。</translation>
    </message>
    <message>
        <source>no address of Prometheus is given; that of the operator is taken</source>
        <translation>未给出 Prometheus 地址；采用 operator 的地址</translation>
    </message>
    <message>
        <source>Write spec.prometheus.serverAddress.</source>
        <translation>请写 spec.prometheus.serverAddress。</translation>
    </message>
    <message>
        <source>the URL of RabbitMQ is taken from the variable RABBITMQ_URL of the target&apos;s container</source>
        <translation>RabbitMQ 的 URL 取自目标容器的变量 RABBITMQ_URL</translation>
    </message>
    <message>
        <source>Write hostFromEnv or authentication.</source>
        <translation>请写 hostFromEnv 或 authentication。</translation>
    </message>
    <message>
        <source>“%1” may grow to %2 replicas, but the topic has %3 partitions</source>
        <translation>“%1”可增长到 %2 个副本，但主题只有 %3 个分区</translation>
    </message>
    <message>
        <source>Lower the maximum or add partitions.</source>
        <translation>请调低最大值或增加分区。</translation>
    </message>
    <message>
        <source>how many replicas the quota of %1 can use is judged with measured tokens and latency only</source>
        <translation>仅在有实测 token 与延迟时才能判断 %1 的配额可用多少副本</translation>
    </message>
    <message>
        <source>Write tokensPerRequest and latency.</source>
        <translation>请写 tokensPerRequest 和 latency。</translation>
    </message>
    <message>
        <source>“%1” may grow to %2 replicas, but the quota of %3 keeps only %4 busy; more get 429</source>
        <translation>“%1”可增长到 %2 个副本，但 %3 的配额只能让 %4 个忙碌；更多的会得到 429</translation>
    </message>
    <message>
        <source>Lower the maximum to %1.</source>
        <translation>请将最大值调低到 %1。</translation>
    </message>
    <message>
        <source>the mesh breaker of “%1” limits nothing</source>
        <translation>“%1”的网格熔断器没有任何限制</translation>
    </message>
    <message>
        <source>Write at least one of its limits, or remove it.</source>
        <translation>请至少写一个限制，或移除它。</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>此处可用：%1。</translation>
    </message>
    <message>
        <source>“%1” is not scaled by “%2”</source>
        <translation>“%1”不按“%2”伸缩</translation>
    </message>
    <message>
        <source>The policy is of another version of Spillway</source>
        <translation>策略属于另一版本的 Spillway</translation>
    </message>
    <message>
        <source>its format is %1, this program knows %2</source>
        <translation>其格式为 %1，本程序支持 %2</translation>
    </message>
    <message>
        <source>Update Spillway. The file was not changed.</source>
        <translation>请更新 Spillway。文件未被更改。</translation>
    </message>
    <message>
        <source>The policy contradicts itself</source>
        <translation>策略自相矛盾</translation>
    </message>
    <message>
        <source>%1 %2 is the target of “%3” too</source>
        <translation>%1 %2 也是“%3”的目标</translation>
    </message>
    <message>
        <source>One workload can have one autoscaler only; put all metrics into one component.</source>
        <translation>一个工作负载只能有一个自动伸缩器；请将所有指标放入一个组件。</translation>
    </message>
    <message>
        <source>there is a mesh breaker for “%1” before</source>
        <translation>前面已有“%1”的网格熔断器</translation>
    </message>
    <message>
        <source>there is a component “%1” before</source>
        <translation>前面已有组件“%1”</translation>
    </message>
    <message>
        <source>the list of components is empty</source>
        <translation>组件列表为空</translation>
    </message>
    <message>
        <source>Write at least one component.</source>
        <translation>请至少写一个组件。</translation>
    </message>
    <message>
        <source>there is an alert “%1” before</source>
        <translation>前面已有告警“%1”</translation>
    </message>
    <message>
        <source>an amount of money is expected</source>
        <translation>应为金额</translation>
    </message>
    <message>
        <source>replicas, replicas.min or replicas.max is expected</source>
        <translation>应为 replicas、replicas.min 或 replicas.max</translation>
    </message>
    <message>
        <source>Write &quot;&lt;= 9000 CNY&quot;.</source>
        <translation>请写 &quot;&lt;= 9000 CNY&quot;。</translation>
    </message>
    <message>
        <source>Write &quot;replicas.max == 20&quot;.</source>
        <translation>请写 &quot;replicas.max == 20&quot;。</translation>
    </message>
    <message>
        <source>replicas depend on load, and no load is given</source>
        <translation>副本数取决于负载，但未给出负载</translation>
    </message>
    <message>
        <source>Add given, or look at replicas.min or replicas.max.</source>
        <translation>请添加 given，或改用 replicas.min 或 replicas.max。</translation>
    </message>
    <message>
        <source>%1 has no meaning unless replicas are expected</source>
        <translation>仅在期望 replicas 时 %1 才有意义</translation>
    </message>
    <message>
        <source>“%1” is not a moment</source>
        <translation>“%1”不是时刻</translation>
    </message>
    <message>
        <source>Write &quot;Mon 09:05&quot; for every week, or 2026-11-05T10:00.</source>
        <translation>请写 &quot;Mon 09:05&quot;（每周），或 2026-11-05T10:00。</translation>
    </message>
    <message>
        <source>at most one of at, event and month is expected</source>
        <translation>at、event 和 month 最多写一个</translation>
    </message>
    <message>
        <source>the component is missing</source>
        <translation>缺少组件</translation>
    </message>
    <message>
        <source>Add the name of a component.</source>
        <translation>请添加组件名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a label</source>
        <translation>“%1”不能作为标签名称</translation>
    </message>
    <message>
        <source>Use letters, digits, “-”, “_” and “.”, at most 63 of them.</source>
        <translation>请使用字母、数字、“-”、“_”和“.”，最多 63 个字符。</translation>
    </message>
    <message>
        <source>the label “%1” is set by Spillway</source>
        <translation>标签“%1”由 Spillway 设置</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请移除。</translation>
    </message>
    <message>
        <source>“%1” cannot be the value of a label</source>
        <translation>“%1”不能作为标签值</translation>
    </message>
    <message>
        <source>a load of more than a day is not simulated</source>
        <translation>不模拟超过一天的负载</translation>
    </message>
    <message>
        <source>Write at most 24h.</source>
        <translation>请写不超过 24h。</translation>
    </message>
    <message>
        <source>“%1” is not an expectation</source>
        <translation>“%1”不是期望</translation>
    </message>
    <message>
        <source>Write &quot;replicas.max == 20&quot;, &quot;replicas &gt;= 10&quot; or &quot;&lt;= 9000 CNY&quot;.</source>
        <translation>请写 &quot;replicas.max == 20&quot;、&quot;replicas &gt;= 10&quot; 或 &quot;&lt;= 9000 CNY&quot;。</translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation>最小值 %1 大于最大值 %2</translation>
    </message>
    <message>
        <source>Raise the maximum or lower the minimum.</source>
        <translation>请调高最大值或调低最小值。</translation>
    </message>
    <message>
        <source>a HorizontalPodAutoscaler cannot go to zero</source>
        <translation>HorizontalPodAutoscaler 不能缩到零</translation>
    </message>
    <message>
        <source>Write a minimum of 1, or use engine keda.</source>
        <translation>请将最小值写为 1，或使用引擎 keda。</translation>
    </message>
    <message>
        <source>%1 is there, but no engine</source>
        <translation>有 %1，但没有引擎</translation>
    </message>
    <message>
        <source>Add “engine: hpa” or “engine: keda”.</source>
        <translation>请添加“engine: hpa”或“engine: keda”。</translation>
    </message>
    <message>
        <source>%1 is there, but nothing scales the component</source>
        <translation>有 %1，但该组件没有伸缩</translation>
    </message>
    <message>
        <source>Add target, engine, replicas and metrics.</source>
        <translation>请添加 target、engine、replicas 和 metrics。</translation>
    </message>
    <message>
        <source>the component has an engine, but no %1</source>
        <translation>组件有引擎，但没有 %1</translation>
    </message>
    <message>
        <source>Add %1, or remove the engine.</source>
        <translation>请添加 %1，或移除引擎。</translation>
    </message>
    <message>
        <source>the list of metrics is empty</source>
        <translation>指标列表为空</translation>
    </message>
    <message>
        <source>Write at least one metric.</source>
        <translation>请至少写一个指标。</translation>
    </message>
    <message>
        <source>these are settings of engine keda, the engine is hpa</source>
        <translation>这些是引擎 keda 的设置，但引擎是 hpa</translation>
    </message>
    <message>
        <source>idleReplicas is %1, it must be below replicas.min, which is %2</source>
        <translation>idleReplicas 为 %1，必须小于 replicas.min（%2）</translation>
    </message>
    <message>
        <source>there is a trigger “%1” before</source>
        <translation>前面已有触发器“%1”</translation>
    </message>
    <message>
        <source>Give each its own name.</source>
        <translation>请为每个取不同的名称。</translation>
    </message>
    <message>
        <source>more tokens are cached than there are in input</source>
        <translation>缓存的 token 多于输入的 token</translation>
    </message>
    <message>
        <source>the quota limits nothing</source>
        <translation>配额没有任何限制</translation>
    </message>
    <message>
        <source>there is a breaker for “%1” before</source>
        <translation>前面已有“%1”的熔断器</translation>
    </message>
    <message>
        <source>exactly one of %1 and %2 is expected</source>
        <translation>%1 与 %2 应恰写一个</translation>
    </message>
    <message>
        <source>%1 must be above zero</source>
        <translation>%1 必须大于零</translation>
    </message>
    <message>
        <source>over amqp only QueueLength can be measured</source>
        <translation>通过 amqp 只能测量 QueueLength</translation>
    </message>
    <message>
        <source>Use protocol http, or mode QueueLength.</source>
        <translation>请使用协议 http，或模式 QueueLength。</translation>
    </message>
    <message>
        <source>allowIdleConsumers and limitToPartitionsWithLag exclude each other</source>
        <translation>allowIdleConsumers 与 limitToPartitionsWithLag 互斥</translation>
    </message>
    <message>
        <source>start and end are the same</source>
        <translation>开始与结束相同</translation>
    </message>
    <message>
        <source>KEDA refuses such a trigger; write an end after the start.</source>
        <translation>KEDA 会拒绝这样的触发器；请写晚于开始的结束时间。</translation>
    </message>
    <message>
        <source>engine hpa has no metric of the kind %1</source>
        <translation>引擎 hpa 没有 %1 类型的指标</translation>
    </message>
    <message>
        <source>Use engine keda, or resource, pods, object or external.</source>
        <translation>请使用引擎 keda，或 resource、pods、object、external。</translation>
    </message>
    <message>
        <source>engine keda has no trigger of the kind %1</source>
        <translation>引擎 keda 没有 %1 类型的触发器</translation>
    </message>
    <message>
        <source>Use engine hpa, or prometheus, rabbitmq, kafka, cpu, memory or cron.</source>
        <translation>请使用引擎 hpa，或 prometheus、rabbitmq、kafka、cpu、memory、cron。</translation>
    </message>
    <message>
        <source>neither min nor max is given, so it changes nothing</source>
        <translation>min 与 max 均未给出，因此没有作用</translation>
    </message>
    <message>
        <source>Write min, max or both.</source>
        <translation>请写 min、max 或两者。</translation>
    </message>
    <message>
        <source>%1 has no meaning beside %2</source>
        <translation>%1 与 %2 同时出现没有意义</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>请移除其中一个。</translation>
    </message>
    <message>
        <source>no day is given</source>
        <translation>未给出日期</translation>
    </message>
    <message>
        <source>Write days, or leave the field out for every day.</source>
        <translation>请写 days，或省略该字段表示每天。</translation>
    </message>
    <message>
        <source>the window has no length</source>
        <translation>窗口没有长度</translation>
    </message>
    <message>
        <source>For a whole day leave from and to out.</source>
        <translation>若为全天，请省略 from 和 to。</translation>
    </message>
    <message>
        <source>the event does not end after it starts</source>
        <translation>事件的结束不晚于开始</translation>
    </message>
    <message>
        <source>Correct its start or its end.</source>
        <translation>请更正其开始或结束时间。</translation>
    </message>
    <message>
        <source>there is a window or an event “%1” before in this component</source>
        <translation>该组件前面已有窗口或事件“%1”</translation>
    </message>
    <message>
        <source>The text cannot be changed</source>
        <translation>无法更改文本</translation>
    </message>
    <message>
        <source>the value is written in a way that only a person can change</source>
        <translation>该值的写法只能由人工更改</translation>
    </message>
    <message>
        <source>Edit the text yourself.</source>
        <translation>请自行编辑文本。</translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation>没有这个值</translation>
    </message>
    <message>
        <source>“%1” is not a YAML value on one line</source>
        <translation>“%1”不是单行的 YAML 值</translation>
    </message>
    <message>
        <source>it is not a list</source>
        <translation>它不是列表</translation>
    </message>
    <message>
        <source>The overrides cannot be read</source>
        <translation>无法读取覆盖设置</translation>
    </message>
    <message>
        <source>their generation is “%1”, which is not a number</source>
        <translation>其代次“%1”不是数字</translation>
    </message>
    <message>
        <source>over amqp unacknowledged messages cannot be told apart</source>
        <translation>使用 amqp 时无法区分未确认的消息</translation>
    </message>
    <message>
        <source>Use protocol http; over amqp only messages that wait are counted.</source>
        <translation>请使用协议 http；使用 amqp 时只计入等待中的消息。</translation>
    </message>
    <message>
        <source>“%1” has no time zone</source>
        <translation>“%1”没有时区</translation>
    </message>
    <message>
        <source>Add Z or an offset, as in 2026-11-12T02:00:00+08:00.</source>
        <translation>请加上 Z 或时区偏移，例如 2026-11-12T02:00:00+08:00。</translation>
    </message>
    <message>
        <source>the certificate of Prometheus is not checked, so anybody in between can scale “%1”</source>
        <translation>不检查 Prometheus 的证书，因此中间的任何人都能改变“%1”的副本数</translation>
    </message>
    <message>
        <source>Remove it, and name the authority in a TriggerAuthentication.</source>
        <translation>请去掉它，并在 TriggerAuthentication 中写明证书颁发机构。</translation>
    </message>
    <message>
        <source>a rate, ratio or time of the queue is the same however many replicas there are; divided by them it says nothing</source>
        <translation>队列的速率、比率或时间与副本数无关；除以副本数后毫无意义</translation>
    </message>
    <message>
        <source>Remove it, so that Value is written.</source>
        <translation>请去掉它，这样会写入 Value。</translation>
    </message>
    <message>
        <source>the tokens of %1 are limited, but neither those of the prompt nor those of the answer count</source>
        <translation>%1 的 token 有上限，但提示和回答的 token 都不计入</translation>
    </message>
    <message>
        <source>Remove countInput or countOutput.</source>
        <translation>请去掉 countInput 或 countOutput。</translation>
    </message>
    <message>
        <source>burst is only looked at with the window %1</source>
        <translation>burst 只在 window 为 %1 时才起作用</translation>
    </message>
    <message>
        <source>Remove it, or write that window.</source>
        <translation>请去掉它，或写上该 window。</translation>
    </message>
    <message>
        <source>slice is only looked at with the window %1</source>
        <translation>slice 只在 window 为 %1 时才起作用</translation>
    </message>
    <message>
        <source>a slice is a part of a minute</source>
        <translation>时间片是一分钟的一部分</translation>
    </message>
    <message>
        <source>Write at most 1m.</source>
        <translation>最多写 1m。</translation>
    </message>
    <message>
        <source>KEDA cannot read “%1”: names and values have no comma, no equals sign and no space at an end</source>
        <translation>KEDA 无法读取“%1”：名称和值不能含逗号、等号，首尾也不能有空格</translation>
    </message>
    <message>
        <source>Keep it in a Secret, and name the TriggerAuthentication that reads it in authentication.</source>
        <translation>请将其存放在 Secret 中，并在 authentication 中写明读取它的 TriggerAuthentication。</translation>
    </message>
    <message>
        <source>“%1” is no list of partitions</source>
        <translation>“%1”不是分区列表</translation>
    </message>
    <message>
        <source>Write numbers and ranges: 1,2,10-20.</source>
        <translation>请写编号和范围：1,2,10-20。</translation>
    </message>
    <message>
        <source>the policy has none; write what must hold under spec.assertions</source>
        <translation>策略中没有断言；请在 spec.assertions 中写明必须成立的内容</translation>
    </message>
    <message>
        <source>Kubernetes 1.%1 does not look at the tolerance of “%2”: %3 holds for all autoscalers of the cluster</source>
        <translation>Kubernetes 1.%1 不看“%2”的容差：集群中所有自动扩缩器都用 %3</translation>
    </message>
    <message>
        <source>It counts from Kubernetes 1.%1 on.</source>
        <translation>从 Kubernetes 1.%1 起才生效。</translation>
    </message>
    <message>
        <source>Write rpm, tpm, inputTpm or outputTpm.</source>
        <translation>请写明 rpm、tpm、inputTpm 或 outputTpm。</translation>
    </message>
    <message>
        <source>%1 call %2, but do not give the same quota for it</source>
        <translation>%1 都调用 %2，但给出的配额不同</translation>
    </message>
    <message>
        <source>Write the same quota for each; the provider counts them together.</source>
        <translation>请为各组件写相同的配额；服务商会合并计算。</translation>
    </message>
    <message>
        <source>%1 share the quota of %2; whether their maxima fit into it together cannot be judged</source>
        <translation>%1 共用 %2 的配额；无法判断各自的上限合起来是否在配额之内</translation>
    </message>
    <message>
        <source>%1 share the quota of %2: at their useful maxima they ask for %3 % of it together; what is above gets 429</source>
        <translation>%1 共用 %2 的配额：各自达到有用的上限时，合计需要配额的 %3 %；超出部分会得到 429</translation>
    </message>
    <message>
        <source>Lower their maxima until they fit, or give each a part of the quota of its own.</source>
        <translation>请降低各自的上限直至合适，或为每个组件分配单独的一份配额。</translation>
    </message>
    <message>
        <source>“%1” (up to %2)</source>
        <translation>“%1”（至多 %2）</translation>
    </message>
    <message>
        <source>“%1” looks like a secret by its name</source>
        <translation>从名称看，“%1”像是机密</translation>
    </message>
</context>
<context>
    <name>PolicyAnalysis</name>
    <message>
        <source>The assertion “%1” fails: %2</source>
        <translation>断言“%1”不成立：%2</translation>
    </message>
</context>
<context>
    <name>PolicyOutlook</name>
    <message>
        <source>There is no forecast: %1.</source>
        <translation>没有预测：%1。</translation>
    </message>
</context>
<context>
    <name>PolicyPipeline</name>
    <message>
        <source>The metric “%1” cannot be replayed and is left out.</source>
        <translation>指标“%1”无法回放，已忽略。</translation>
    </message>
    <message>
        <source>How many tokens a call takes is not known: the limit of tokens a minute is left out.</source>
        <translation>每次调用消耗多少token未知：忽略每分钟token限额。</translation>
    </message>
    <message>
        <source>Nothing is recorded of the tool “%1”: its breaker is left out.</source>
        <translation>没有工具“%1”的记录：忽略其熔断器。</translation>
    </message>
    <message>
        <source>%1: nothing is known of its traffic.</source>
        <translation>%1：其流量完全未知。</translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation>无法回放该策略</translation>
    </message>
    <message>
        <source>nothing is known of the traffic of its components</source>
        <translation>对其组件的流量一无所知</translation>
    </message>
    <message>
        <source>Replay a time at which they were recorded, or a trace file that names them as the policy does.</source>
        <translation>请回放有其记录的时段，或使用按策略中名称命名组件的流量文件。</translation>
    </message>
    <message>
        <source>%1: the policy has no such component.</source>
        <translation>%1：策略中没有这个组件。</translation>
    </message>
    <message>
        <source>It shares the quota of %1 with %2; here each has all of it.</source>
        <translation>它与 %2 共用 %1 的配额；此处各自按全部配额计算。</translation>
    </message>
    <message>
        <source>How much it calls %1 is not known: its breaker is left out.</source>
        <translation>不知道它调用 %1 的频度：其断路器未计入。</translation>
    </message>
    <message>
        <source>What its kafka trigger says of single partitions is not replayed.</source>
        <translation>其 kafka 触发器对单个分区的设置不参与重放。</translation>
    </message>
</context>
<context>
    <name>PolicySimulation</name>
    <message>
        <source>The policy&apos;s price of %1 is in %2, not in %3, and is left out.</source>
        <translation>策略中 %1 的价格以 %2 而不是 %3 计，已忽略。</translation>
    </message>
    <message>
        <source>The size of the replicas of %1 is not known; %2 cores are assumed.</source>
        <translation>%1 的副本规格未知；假定为 %2 核。</translation>
    </message>
    <message>
        <source>The tokens of %1 have no price and cost nothing here.</source>
        <translation>%1 的 token 没有价格，此处不计成本。</translation>
    </message>
    <message>
        <source>The replay was cancelled</source>
        <translation>回放已取消</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>a price from 0 to 0.1 a token is expected</source>
        <translation>每个 token 的价格应在 0 到 0.1 之间</translation>
    </message>
    <message>
        <source>Prices are per single token: 0.5 a million is 0.0000005.</source>
        <translation>价格按单个 token 计：每百万 0.5 即 0.0000005。</translation>
    </message>
    <message>
        <source>a day such as 2026-01-31 is expected</source>
        <translation>应为日期，例如 2026-01-31</translation>
    </message>
</context>
<context>
    <name>Prometheus</name>
    <message>
        <source>Choose a shorter time range, a larger step, or a query that selects fewer series.</source>
        <translation>请缩短时间范围、增大步长，或使用选择更少序列的查询。</translation>
    </message>
    <message>
        <source>Correct the query.</source>
        <translation>请更正查询。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Ask those who run the server; its log says more.</source>
        <translation>请询问服务器的运维人员；其日志中有更多信息。</translation>
    </message>
    <message>
        <source>Refresh less often, or show fewer panels at once.</source>
        <translation>请降低刷新频率，或减少同时显示的面板。</translation>
    </message>
    <message>
        <source>Check user name, password or token in the workspace.</source>
        <translation>请检查工作区中的用户名、密码或令牌。</translation>
    </message>
    <message>
        <source>The account lacks the permission, or the tenant header is wrong.</source>
        <translation>账号缺少权限，或租户请求头有误。</translation>
    </message>
    <message>
        <source>Check the path prefix of the URL, for example /prometheus.</source>
        <translation>请检查 URL 的路径前缀，例如 /prometheus。</translation>
    </message>
    <message>
        <source>This server cannot do it; use another one.</source>
        <translation>该服务器不支持此操作；请使用其他服务器。</translation>
    </message>
    <message>
        <source>Add the header X-Scope-OrgID with your tenant to the workspace.</source>
        <translation>请在工作区中添加请求头 X-Scope-OrgID，值为您的租户。</translation>
    </message>
    <message>
        <source>The operators of the server block this query; ask them why.</source>
        <translation>服务器的运维人员屏蔽了此查询；请向其询问原因。</translation>
    </message>
    <message>
        <source>Check user name and password of the proxy.</source>
        <translation>请检查代理的用户名和密码。</translation>
    </message>
    <message>
        <source>The query is too long for a proxy on the way; shorten it.</source>
        <translation>查询对途中的代理来说过长；请缩短。</translation>
    </message>
    <message>
        <source>A proxy answers, but the server behind it does not.</source>
        <translation>代理有应答，但其后的服务器没有应答。</translation>
    </message>
    <message>
        <source>an HTML page without a title</source>
        <translation>没有标题的 HTML 页面</translation>
    </message>
    <message>
        <source>an HTML page titled &quot;%1&quot;</source>
        <translation>标题为“%1”的 HTML 页面</translation>
    </message>
    <message>
        <source>The metrics server refused the request</source>
        <translation>指标服务器拒绝了请求</translation>
    </message>
    <message>
        <source>The metrics server is not ready</source>
        <translation>指标服务器未就绪</translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation>它正在关闭</translation>
    </message>
    <message>
        <source>it is starting and still reads its write-ahead log</source>
        <translation>它正在启动，仍在读取预写日志</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 状态 %1</translation>
    </message>
    <message>
        <source>This is not an answer of the Prometheus API</source>
        <translation>这不是 Prometheus API 的应答</translation>
    </message>
    <message>
        <source>the answer has no content type</source>
        <translation>应答没有内容类型</translation>
    </message>
    <message>
        <source>the content type is %1, expected application/json</source>
        <translation>内容类型为 %1，应为 application/json</translation>
    </message>
    <message>
        <source>Probably a login page or a proxy answers: check the URL and the credentials.</source>
        <translation>可能是登录页面或代理的应答：请检查 URL 和凭据。</translation>
    </message>
    <message>
        <source>Check the URL and its path prefix.</source>
        <translation>请检查 URL 及其路径前缀。</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>应答为空</translation>
    </message>
    <message>
        <source>the JSON ends in the middle, after %L1 bytes</source>
        <translation>JSON 在 %L1 字节后中断</translation>
    </message>
    <message>
        <source>the answer is not valid UTF-8</source>
        <translation>应答不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>there is not enough memory for %L1 bytes</source>
        <translation>内存不足以容纳 %L1 字节</translation>
    </message>
    <message>
        <source>it is not valid JSON of the Prometheus API (%1)</source>
        <translation>不是有效的 Prometheus API JSON（%1）</translation>
    </message>
    <message>
        <source>there is something behind the end of the JSON document</source>
        <translation>JSON 文档结尾之后还有内容</translation>
    </message>
    <message>
        <source>the JSON lacks the members status and data of the Prometheus API</source>
        <translation>JSON 缺少 Prometheus API 的成员 status 和 data</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>a sample has %1 parts, expected %2</source>
        <translation>样本有 %1 个部分，应为 %2 个</translation>
    </message>
    <message>
        <source>a sample&apos;s time stamp is not a number of seconds</source>
        <translation>样本的时间戳不是秒数</translation>
    </message>
    <message>
        <source>a histogram bucket has an unknown boundary rule</source>
        <translation>直方图的桶使用了未知的边界规则</translation>
    </message>
    <message>
        <source>the result type &quot;%1&quot; is not known</source>
        <translation>未知的结果类型“%1”</translation>
    </message>
    <message>
        <source>samples are where no series is</source>
        <translation>样本出现在没有序列的位置</translation>
    </message>
    <message>
        <source>a sample is a number, expected a pair</source>
        <translation>样本是单个数字，应为一对值</translation>
    </message>
    <message>
        <source>Rules and alerts are a placeholder: an empty list does not mean that all is well.</source>
        <translation>规则与告警只是占位：列表为空并不表示一切正常。</translation>
    </message>
    <message>
        <source>There are no exemplars.</source>
        <translation>没有 exemplar。</translation>
    </message>
    <message>
        <source>The scrape targets are not known, so the scrape interval is assumed.</source>
        <translation>抓取目标未知，因此抓取间隔为假定值。</translation>
    </message>
    <message>
        <source>There is no metadata: types and units of metrics are guessed from their names.</source>
        <translation>没有元数据：指标的类型和单位根据名称推测。</translation>
    </message>
    <message>
        <source>Native histograms are not supported.</source>
        <translation>不支持原生直方图。</translation>
    </message>
    <message>
        <source>Answers carry no warnings.</source>
        <translation>应答不带警告。</translation>
    </message>
    <message>
        <source>Points that are NaN are left out.</source>
        <translation>略去值为 NaN 的点。</translation>
    </message>
    <message>
        <source>The newest 30 seconds may repeat older values.</source>
        <translation>最近 30 秒可能重复较早的值。</translation>
    </message>
</context>
<context>
    <name>PushMarks</name>
    <message>
        <source>push %1</source>
        <comment>number of the revision</comment>
        <translation>推送 %1</translation>
    </message>
</context>
<context>
    <name>PushProgress</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>reading back</source>
        <translation>正在回读</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>was so already</source>
        <translation>原本如此</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>Looking whether the cluster is still as it was planned for</source>
        <translation>正在检查集群是否仍与计划时一致</translation>
    </message>
    <message>
        <source>Writing the revision</source>
        <translation>正在写入修订</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>All steps are done; leaving notes in the cluster</source>
        <translation>所有步骤已完成；正在集群中留下记录</translation>
    </message>
    <message>
        <source>answer lost, reading back</source>
        <translation>应答丢失，正在回读</translation>
    </message>
    <message>
        <source>Undone, as revision %1.</source>
        <translation>已撤销，成为修订 %1。</translation>
    </message>
    <message>
        <source>Pushed as revision %1.</source>
        <translation>已推送，成为修订 %1。</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done. %3</source>
        <translation>%2 步中已完成 %1 步。%3</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>“%1” is not a quantity</source>
        <translation>“%1”不是数量</translation>
    </message>
    <message>
        <source>Write it as 500m, 2, 1.5k, 512Mi or 1e3.</source>
        <translation>请写成 500m、2、1.5k、512Mi 或 1e3。</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>a decimal number with one known suffix is expected</source>
        <translation>应为带一个已知后缀的十进制数</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>过大</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>Cannot explain the decision</source>
        <translation>无法解释该决策</translation>
    </message>
    <message>
        <source>the time is outside of the replay</source>
        <translation>该时间不在回放范围内</translation>
    </message>
    <message>
        <source>no component of that name is replayed</source>
        <translation>回放中没有这个名称的组件</translation>
    </message>
</context>
<context>
    <name>ReplayAxes</name>
    <message>
        <source>minimum of %1</source>
        <translation>%1 的最小值</translation>
    </message>
    <message>
        <source>maximum of %1</source>
        <translation>%1 的最大值</translation>
    </message>
    <message>
        <source>target of metric %1 of %2</source>
        <translation>%2 的第 %1 个指标的目标</translation>
    </message>
    <message>
        <source>stabilization of %1 on the way down</source>
        <translation>%1 缩容时的稳定窗口</translation>
    </message>
    <message>
        <source>minimum of “%1” of %2</source>
        <translation>%2 的“%1”的最小值</translation>
    </message>
    <message>
        <source>maximum of “%1” of %2</source>
        <translation>%2 的“%1”的最大值</translation>
    </message>
    <message>
        <source>beginning of “%1” of %2</source>
        <translation>%2 的“%1”的开始时间</translation>
    </message>
</context>
<context>
    <name>ReplayOutcome</name>
    <message>
        <source>The policy cannot be changed</source>
        <translation>无法更改该策略</translation>
    </message>
    <message>
        <source>there are not as many values as things to change</source>
        <translation>值的数量与要更改的项目数不一致</translation>
    </message>
    <message>
        <source>%1 is not a value for it</source>
        <translation>%1 不是可用的值</translation>
    </message>
    <message>
        <source>it has no part number %1 of that kind</source>
        <translation>其中没有该类的第 %1 项</translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation>无法回放该策略</translation>
    </message>
    <message>
        <source>no traffic is known in that time</source>
        <translation>该时段的流量未知</translation>
    </message>
    <message>
        <source>The replay was cancelled</source>
        <translation>回放已取消</translation>
    </message>
</context>
<context>
    <name>Rollout</name>
    <message>
        <source>The journal of the push cannot be written</source>
        <translation>无法写入推送日志</translation>
    </message>
    <message>
        <source>Nothing more was sent. Check the permissions and the free space.</source>
        <translation>没有再发送任何内容。请检查权限和可用空间。</translation>
    </message>
    <message>
        <source>The journal of a push cannot be read</source>
        <translation>无法读取某次推送的日志</translation>
    </message>
    <message>
        <source>a journal is not that large</source>
        <translation>日志不会有这么大</translation>
    </message>
    <message>
        <source>The push cannot be continued</source>
        <translation>无法继续推送</translation>
    </message>
    <message>
        <source>another process is carrying it out</source>
        <translation>另一个进程正在执行它</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>请等它结束。</translation>
    </message>
    <message>
        <source>an earlier line could not be written</source>
        <translation>前面有一行未能写入</translation>
    </message>
    <message>
        <source>The push has no such step</source>
        <translation>该推送没有这个步骤</translation>
    </message>
    <message>
        <source>The journal of a push that wrote nothing stays</source>
        <translation>未写入任何内容的推送，其日志未能删除</translation>
    </message>
    <message>
        <source>it is of version %1, this program knows %2</source>
        <translation>它的版本是 %1，本程序支持 %2</translation>
    </message>
    <message>
        <source>Update Spillway.</source>
        <translation>请更新 Spillway。</translation>
    </message>
    <message>
        <source>it is not a line of JSON</source>
        <translation>它不是一行 JSON</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>steps are missing</source>
        <translation>缺少步骤</translation>
    </message>
    <message>
        <source>it says nothing that is known</source>
        <translation>其中没有可识别的内容</translation>
    </message>
    <message>
        <source>The override cannot be set</source>
        <translation>无法设置覆盖项</translation>
    </message>
    <message>
        <source>its end is over</source>
        <translation>它的结束时间已过</translation>
    </message>
    <message>
        <source>The override cannot be cleared</source>
        <translation>无法清除覆盖项</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pod(s) acknowledge generation %2</source>
        <translation>
            <numerusform>%n 个 Pod 中有 %1 个已确认第 %2 代</numerusform>
        </translation>
    </message>
    <message>
        <source>the assertion “%1” fails: %2</source>
        <translation>断言“%1”不成立：%2</translation>
    </message>
    <message>
        <source>Correct the policy or the assertion.</source>
        <translation>请修正策略或断言。</translation>
    </message>
    <message>
        <source>the assertion “%1” cannot be decided: %2</source>
        <translation>断言“%1”无法判定：%2</translation>
    </message>
    <message>
        <source>at the floor of %1 the disruption budget “%2” lets no pod of “%3” be evicted: nodes cannot be drained</source>
        <translation>在下限 %1 时，中断预算“%2”不允许驱逐“%3”的任何 Pod：节点无法排空</translation>
    </message>
    <message>
        <source>Raise the floor or loosen the budget.</source>
        <translation>请提高下限或放宽预算。</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 pods</source>
        <translation>%1 个 Pod</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 核</translation>
    </message>
    <message>
        <source>with all maxima reached the namespace would need %1, the quota “%2” allows %3: the last pods are not created</source>
        <translation>所有组件达到上限时，命名空间需要 %1，而配额“%2”只允许 %3：最后的 Pod 将无法创建</translation>
    </message>
    <message>
        <source>Lower maxima or ask for more quota.</source>
        <translation>请降低上限或申请更多配额。</translation>
    </message>
    <message>
        <source>the cluster does not serve ScaledObject keda.sh/v1alpha1: nothing would scale “%1”</source>
        <translation>集群不提供 ScaledObject keda.sh/v1alpha1：“%1”将没有任何扩缩容</translation>
    </message>
    <message>
        <source>Install KEDA, or write engine: hpa.</source>
        <translation>请安装 KEDA，或写 engine: hpa。</translation>
    </message>
    <message>
        <source>the cluster does not serve HorizontalPodAutoscaler autoscaling/v2: nothing would scale “%1”</source>
        <translation>集群不提供 HorizontalPodAutoscaler autoscaling/v2：“%1”将没有任何扩缩容</translation>
    </message>
    <message>
        <source>It needs Kubernetes 1.23 or newer.</source>
        <translation>需要 Kubernetes 1.23 或更新版本。</translation>
    </message>
    <message>
        <source>the cluster does not serve DestinationRule networking.istio.io/v1: the mesh breaker of “%1” is left out</source>
        <translation>集群不提供 DestinationRule networking.istio.io/v1：“%1”的网格熔断器将被略去</translation>
    </message>
    <message>
        <source>Install Istio, or remove mesh.</source>
        <translation>请安装 Istio，或删除 mesh。</translation>
    </message>
    <message>
        <source>the cluster does not serve PrometheusRule: the alerts are left out</source>
        <translation>集群不提供 PrometheusRule：告警将被略去</translation>
    </message>
    <message>
        <source>Load them into Prometheus as a rule file.</source>
        <translation>请将其作为规则文件加载到 Prometheus。</translation>
    </message>
    <message>
        <source>there is no namespace “%1”</source>
        <translation>没有命名空间“%1”</translation>
    </message>
    <message>
        <source>Check the name, or create it first.</source>
        <translation>请检查名称，或先创建它。</translation>
    </message>
    <message>
        <source>the namespace “%1” is being deleted; nothing can be created in it</source>
        <translation>命名空间“%1”正在被删除，其中无法创建任何对象</translation>
    </message>
    <message>
        <source>you may not %1</source>
        <translation>您没有权限：%1</translation>
    </message>
    <message>
        <source>the server shows metrics twice, a bug of Kubernetes before 1.28: what it would do cannot be seen</source>
        <translation>服务器重复显示指标，这是 Kubernetes 1.28 之前的缺陷：无法得知它将做什么</translation>
    </message>
    <message>
        <source>Update the cluster.</source>
        <translation>请升级集群。</translation>
    </message>
    <message>
        <source>a webhook of the cluster takes no dry runs: what it makes of this object cannot be seen before</source>
        <translation>集群的某个 webhook 不接受试运行：无法预知它会如何处理该对象</translation>
    </message>
    <message>
        <source>it can only be tried once the autoscaler that is in its way is gone</source>
        <translation>只有在挡路的自动扩缩器消失之后才能尝试</translation>
    </message>
    <message>
        <source>whom the cluster takes us for</source>
        <translation>集群把我们识别为谁</translation>
    </message>
    <message>
        <source>whether others scale the same targets</source>
        <translation>是否有其他自动扩缩器作用于相同目标</translation>
    </message>
    <message>
        <source>what the policy no longer has</source>
        <translation>策略中已不再包含的对象</translation>
    </message>
    <message>
        <source>a target</source>
        <translation>某个目标</translation>
    </message>
    <message>
        <source>disruption budgets</source>
        <translation>中断预算</translation>
    </message>
    <message>
        <source>resource quotas</source>
        <translation>资源配额</translation>
    </message>
    <message>
        <source>whether you may do all of this</source>
        <translation>您是否有权执行全部操作</translation>
    </message>
    <message>
        <source>could not be checked: %1 (%2)</source>
        <translation>无法检查：%1（%2）</translation>
    </message>
    <message>
        <source>%1 has the labels of this policy, which does not have it, but Spillway did not make it; it stays</source>
        <translation>%1 带有此策略的标签，但策略中没有它，也不是 Spillway 创建的；它将保留</translation>
    </message>
    <message>
        <source>Remove it or its labels.</source>
        <translation>请删除它或它的标签。</translation>
    </message>
    <message>
        <source>somebody suspended the job of the schedule: bounds stay as they are, whatever the timeline says</source>
        <translation>有人暂停了日程的任务：无论时间线如何，上下限都保持不变</translation>
    </message>
    <message>
        <source>Set suspend to false once the reason is gone.</source>
        <translation>原因消除后，请将 suspend 设为 false。</translation>
    </message>
    <message>
        <source>%1 is being deleted: what is applied to it goes with it</source>
        <translation>%1 正在被删除：对它所做的应用会随之消失</translation>
    </message>
    <message>
        <source>Push again once it is gone.</source>
        <translation>请在它消失后再次推送。</translation>
    </message>
    <message>
        <source>somebody paused %1: it does not scale</source>
        <translation>有人暂停了 %1：它不再扩缩容</translation>
    </message>
    <message>
        <source>Remove the annotations autoscaling.keda.sh/paused…</source>
        <translation>请删除注解 autoscaling.keda.sh/paused…</translation>
    </message>
    <message>
        <source>Argo CD puts its value back at the next sync, with self-heal within seconds</source>
        <translation>Argo CD 会在下次同步时恢复它的值，启用自愈时只需数秒</translation>
    </message>
    <message>
        <source>Flux puts its value back at the next reconciliation, every few minutes</source>
        <translation>Flux 会在下次协调时恢复它的值，每隔几分钟一次</translation>
    </message>
    <message>
        <source>Helm writes its value again with the next upgrade of the release</source>
        <translation>Helm 会在下次升级发布时重新写入它的值</translation>
    </message>
    <message>
        <source>a person wrote it and writes it again only by hand</source>
        <translation>由人手工写入，只有再次手工操作才会改写</translation>
    </message>
    <message>
        <source>that program may write its value again at any time</source>
        <translation>该程序随时可能重新写入它的值</translation>
    </message>
    <message>
        <source>the schedule in the cluster writes its value again within minutes</source>
        <translation>集群中的日程会在几分钟内重新写入它的值</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 owns %2 of %3; %4</source>
        <translation>%1 拥有 %3 的 %2；%4</translation>
    </message>
    <message>
        <source>Take the object over, leave the fields to their owner, or write the values they have.</source>
        <translation>请接管该对象、把字段留给其所有者，或写入它们现有的值。</translation>
    </message>
    <message>
        <source>%1 of %2 are taken over from %3; %4</source>
        <translation>%2 的 %1 将从 %3 接管；%4</translation>
    </message>
    <message>
        <source>Remove them from what %1 applies.</source>
        <translation>请将它们从 %1 所应用的内容中删除。</translation>
    </message>
    <message>
        <source>%1 also owns %2 of %3, with the same values: a later change of one is refused</source>
        <translation>%1 也拥有 %3 的 %2，且值相同：以后任何一方的更改都会被拒绝</translation>
    </message>
    <message>
        <source>the Argo CD application “%1”</source>
        <translation>Argo CD 应用“%1”</translation>
    </message>
    <message>
        <source>the Flux object “%1”</source>
        <translation>Flux 对象“%1”</translation>
    </message>
    <message>
        <source>the Helm release “%1”</source>
        <translation>Helm 发布“%1”</translation>
    </message>
    <message>
        <source>%1 belongs to %2; %3</source>
        <translation>%1 属于%2；%3</translation>
    </message>
    <message>
        <source>Change it there, or take it out of the repository.</source>
        <translation>请在那里修改，或将其移出仓库。</translation>
    </message>
    <message>
        <source>there is no %1 “%2” to scale</source>
        <translation>没有可扩缩的 %1“%2”</translation>
    </message>
    <message>
        <source>Check the name, or create it.</source>
        <translation>请检查名称，或创建它。</translation>
    </message>
    <message>
        <source>the HorizontalPodAutoscaler “%1” belongs to KEDA&apos;s ScaledObject “%2”, which puts every change back</source>
        <translation>HorizontalPodAutoscaler“%1”属于 KEDA 的 ScaledObject“%2”，任何更改都会被它恢复</translation>
    </message>
    <message>
        <source>Write engine: keda, or remove the ScaledObject.</source>
        <translation>请写 engine: keda，或删除该 ScaledObject。</translation>
    </message>
    <message>
        <source>%1 scales %2 “%3” as well: with two autoscalers neither works</source>
        <translation>%1 也在扩缩 %2“%3”：有两个自动扩缩器时，两者都不起作用</translation>
    </message>
    <message>
        <source>Take %1 over: the push then deletes it first. Or remove it, or this component.</source>
        <translation>接管 %1：推送时会先删除它。或者移除它，或移除本组件。</translation>
    </message>
    <message>
        <source>%1 is deleted, that of the policy takes its place</source>
        <translation>%1 将被删除，由策略中的伸缩器取代</translation>
    </message>
    <message>
        <source>Take it out of the repository or chart it came from, too, or it comes back. An undo makes it again.</source>
        <translation>也请把它从来源的仓库或 chart 中移除，否则它会回来。撤销时会重新创建它。</translation>
    </message>
    <message>
        <source>%1 “%2” has no container “%3”</source>
        <translation>%1“%2”没有容器“%3”</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>它有：%1。</translation>
    </message>
    <message>
        <source>a utilisation is per cent of what pods request, and %1 of “%2” requests no %3: this metric is never known</source>
        <translation>利用率是相对于 Pod 请求量的百分比，而“%2”的 %1 没有请求 %3：该指标永远无法得知</translation>
    </message>
    <message>
        <source>Add resources.requests, or write averageValue. A LimitRange may also give them.</source>
        <translation>请添加 resources.requests，或改写 averageValue。LimitRange 也可以提供请求量。</translation>
    </message>
    <message>
        <source>%1 has replicas of %2 “%3” in its manifest and sets them with every apply</source>
        <translation>%1 的清单中写有 %2“%3”的 replicas，每次应用都会设置它</translation>
    </message>
    <message>
        <source>Remove replicas there.</source>
        <translation>请在那里删除 replicas。</translation>
    </message>
    <message>
        <source>“%1” runs %2 replicas: with a maximum of %3 the others end at once</source>
        <translation>“%1”正在运行 %2 个副本：上限为 %3 时，其余副本会立即终止</translation>
    </message>
    <message>
        <source>“%1” runs %2 replicas: with a minimum of %3 it grows at once</source>
        <translation>“%1”正在运行 %2 个副本：下限为 %3 时，它会立即扩容</translation>
    </message>
    <message>
        <source>“%1” %2 to %3 replica hours</source>
        <translation>“%1”%2 至 %3 副本小时</translation>
    </message>
    <message>
        <source>“%1” %2 to %3 core hours</source>
        <translation>“%1”%2 至 %3 核小时</translation>
    </message>
    <message>
        <source>30 days without a price: %1</source>
        <translation>没有价格的 30 天用量：%1</translation>
    </message>
    <message>
        <source>Write cost.perReplicaHour.</source>
        <translation>请写 cost.perReplicaHour。</translation>
    </message>
    <message>
        <source>30 days of what changes cost %1 at the floors (now %2) and %3 at the caps (now %4)</source>
        <translation>有变化的部分 30 天的费用：按下限 %1（现在 %2），按上限 %3（现在 %4）</translation>
    </message>
    <message>
        <source>the timeline does not fit into a ConfigMap for 400 days and ends on %1; after that the base bounds hold</source>
        <translation>400 天的时间线放不进一个 ConfigMap，将于 %1 结束；此后使用基础上下限</translation>
    </message>
    <message>
        <source>Push again before, or divide the policy.</source>
        <translation>请在此之前再次推送，或拆分策略。</translation>
    </message>
    <message>
        <source>the timeline in the cluster ended on %1: since then the base bounds hold; this push begins a new one</source>
        <translation>集群中的时间线已于 %1 结束：此后使用基础上下限；此次推送将开始新的时间线</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more problem(s); see them all with validate.</source>
        <translation>
            <numerusform>还有 %n 个问题；请用 validate 查看全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan was not pushed</source>
        <translation>计划未推送</translation>
    </message>
    <message>
        <source>Plan again. Nothing was written.</source>
        <translation>请重新计划。没有写入任何内容。</translation>
    </message>
    <message>
        <source>it has errors</source>
        <translation>它有错误</translation>
    </message>
    <message>
        <source>Correct the policy, or what stands in its way, and plan again.</source>
        <translation>请更正策略或排除障碍，然后重新计划。</translation>
    </message>
    <message>
        <source>it was made for the context %1, not for %2</source>
        <translation>它是为上下文 %1 制定的，而不是 %2</translation>
    </message>
    <message>
        <source>the context is protected, and no reason is given</source>
        <translation>该上下文受保护，但没有给出原因</translation>
    </message>
    <message>
        <source>Say why; it is kept with the revision.</source>
        <translation>请说明原因；它会与修订一起保存。</translation>
    </message>
    <message>
        <source>its requests are not those that were shown</source>
        <translation>它的请求与展示过的不一致</translation>
    </message>
    <message>
        <source>it was not there when the plan was made, and it is there now</source>
        <translation>制定计划时它不存在，而现在存在</translation>
    </message>
    <message>
        <source>it is gone since the plan was made</source>
        <translation>制定计划之后它已消失</translation>
    </message>
    <message>
        <source>it was made anew since the plan was made</source>
        <translation>制定计划之后它被重新创建</translation>
    </message>
    <message>
        <source>it was changed since the plan was made</source>
        <translation>制定计划之后它被修改</translation>
    </message>
    <message>
        <source>The record of a push cannot be understood</source>
        <translation>无法理解某次推送的记录</translation>
    </message>
    <message>
        <source>“%1” is not what a step does</source>
        <translation>“%1” 不是步骤可以做的事</translation>
    </message>
    <message>
        <source>the object of a step is missing</source>
        <translation>缺少步骤的对象</translation>
    </message>
    <message>
        <source>The changes of a revision cannot be understood</source>
        <translation>无法理解某个修订的更改</translation>
    </message>
    <message>
        <source>they are of version %1, this program knows %2</source>
        <translation>它们的版本是 %1，本程序支持 %2</translation>
    </message>
    <message>
        <source>%1 was deleted or made anew %2 after the push</source>
        <translation>推送后 %2，%1 被删除或重新创建</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>%1 of %2 was taken away by %3 %4 after the push</source>
        <translation>推送后 %4，%2 的 %1 被 %3 移除</translation>
    </message>
    <message>
        <source>%1 of %2 was put back to %3 by %4 %5 after the push</source>
        <translation>推送后 %5，%2 的 %1 被 %4 改回 %3</translation>
    </message>
    <message>
        <source>%1 of %2 was set to %3 by %4 %5 after the push</source>
        <translation>推送后 %5，%2 的 %1 被 %4 设为 %3</translation>
    </message>
    <message>
        <source>A revision cannot be read</source>
        <translation>无法读取某个修订</translation>
    </message>
    <message>
        <source>revision %1, pushed by %2 at %3</source>
        <translation>修订 %1，由 %2 于 %3 推送</translation>
    </message>
    <message>
        <source>revision %1, pushed by %2 at %3: %4</source>
        <translation>修订 %1，由 %2 于 %3 推送：%4</translation>
    </message>
    <message>
        <source>it is not one of Spillway</source>
        <translation>它不是 Spillway 的</translation>
    </message>
    <message>
        <source>The revisions cannot be compared</source>
        <translation>无法比较修订</translation>
    </message>
    <message>
        <source>there is no revision %1</source>
        <translation>没有修订 %1</translation>
    </message>
    <message>
        <source>The last %1 are kept.</source>
        <translation>只保留最近 %1 个。</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>修订 %1</translation>
    </message>
    <message>
        <source>%1 is gone: there is nothing to put back</source>
        <translation>%1 已不存在：没有可恢复的内容</translation>
    </message>
    <message>
        <source>Of %1 only what Spillway owned is known</source>
        <translation>对于 %1，只知道 Spillway 拥有的部分</translation>
    </message>
    <message>
        <source>%1 was changed since the push: %2</source>
        <translation>推送之后 %1 被修改：%2</translation>
    </message>
    <message>
        <source>These changes are overwritten.</source>
        <translation>这些更改将被覆盖。</translation>
    </message>
    <message>
        <source>They are left alone; take the object over to undo all.</source>
        <translation>保留这些更改；接管该对象才能全部撤销。</translation>
    </message>
    <message>
        <source>%1 was made anew by somebody else; it is left alone</source>
        <translation>%1 被他人重新创建；不予改动</translation>
    </message>
    <message>
        <source>%1 is created again without what %2 had in it</source>
        <translation>重新创建 %1，但不含 %2 写入的内容</translation>
    </message>
    <message>
        <source>others have changed what was to be taken over from them</source>
        <translation>要从他人处接管的内容已被他人更改</translation>
    </message>
    <message>
        <source>%1 is made again as it was; its fields are owned by Spillway until its owner applies it again</source>
        <translation>%1 将按原样重新创建；在其所有者再次应用之前，其字段归 Spillway 所有</translation>
    </message>
    <message>
        <source>the push of revision %1 was stopped before its end: this plan starts from what it left</source>
        <translation>修订版本 %1 的推送在完成前被停止：本计划以它留下的状态为起点</translation>
    </message>
    <message>
        <source>See its steps in the history; undo takes back what it did.</source>
        <translation>可在历史记录中查看其步骤；撤销会收回它已做的更改。</translation>
    </message>
    <message>
        <source>revision %1 is not complete: somebody is pushing it now, or the push was killed</source>
        <translation>修订版本 %1 尚未完成：有人正在推送，或推送被强制终止</translation>
    </message>
    <message>
        <source>Ask who pushes, plan again when it is over; whoever began it can resume or undo it.</source>
        <translation>请询问是谁在推送，等结束后重新制定计划；发起推送的人可以继续或撤销它。</translation>
    </message>
    <message>
        <source>there is none of that id, or it ended more than a day ago</source>
        <translation>没有该编号的覆盖项，或它在一天多以前就已结束</translation>
    </message>
    <message>
        <source>it was made to %1; this is %2</source>
        <translation>推送的目标是 %1，而当前是 %2</translation>
    </message>
    <message>
        <source>Choose the context of that cluster. Nothing was written.</source>
        <translation>请选择那个集群的上下文。没有写入任何内容。</translation>
    </message>
    <message>
        <source>It cannot be seen whether %1 was changed since the push: %2</source>
        <translation>无法得知 %1 在推送之后是否被更改：%2</translation>
    </message>
    <message>
        <source>If it was, these changes are overwritten.</source>
        <translation>如果有更改，将被覆盖。</translation>
    </message>
    <message>
        <source>It is left alone; take the object over to undo all.</source>
        <translation>将保持原样；若要全部撤销，请接管该对象。</translation>
    </message>
    <message>
        <source>“%1” has 0 replicas: a HorizontalPodAutoscaler leaves it alone</source>
        <translation>“%1” 的副本数为 0：HorizontalPodAutoscaler 不会处理它</translation>
    </message>
    <message>
        <source>Scale it to 1 when it should run; the bounds hold from then on.</source>
        <translation>需要运行时请扩容到 1；此后上下限即生效。</translation>
    </message>
    <message>
        <source>Cannot read the calendar</source>
        <translation>无法读取日历</translation>
    </message>
    <message>
        <source>the autoscalers of the namespace could not be read</source>
        <translation>无法读取该命名空间的自动伸缩器</translation>
    </message>
    <message>
        <source>%1 scale it at once</source>
        <translation>%1 同时对其进行伸缩</translation>
    </message>
    <message>
        <source>%1 stays and scales it too</source>
        <translation>%1 仍然保留，也会对其进行伸缩</translation>
    </message>
    <message>
        <source>its workload could not be read</source>
        <translation>无法读取其工作负载</translation>
    </message>
    <message>
        <source>what “%1” costs cannot be compared with today: %2</source>
        <translation>“%1”的成本无法与现状比较：%2</translation>
    </message>
    <message>
        <source>in the timeline the floors of “%1” rise %2 earlier; by now its pods take %3 to be ready</source>
        <translation>时间线中“%1”的下限提前 %2 上升；现在其 Pod 需要 %3 才能就绪</translation>
    </message>
    <message>
        <source>It stays until the schedule of “%1” changes. To change it now, write leadTime: %2, or plan with --lead-time %1=%2.</source>
        <translation>在“%1”的日程改变之前保持不变。若要现在更改，请写 leadTime: %2，或在计划时使用 --lead-time %1=%2。</translation>
    </message>
    <message>
        <source>which version of Kubernetes it is</source>
        <translation>Kubernetes 的版本</translation>
    </message>
    <message>
        <source>there is no answer of the cluster</source>
        <translation>集群没有答复</translation>
    </message>
    <message>
        <source> (by %1 at %2)</source>
        <translation>（由 %1 于 %2）</translation>
    </message>
    <message>
        <source> (by %1 at %2: %3)</source>
        <translation>（由 %1 于 %2：%3）</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>The schedule cannot be resolved</source>
        <translation>无法解析日程</translation>
    </message>
    <message>
        <source>the time zone is not known</source>
        <translation>未知时区</translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation>请使用 IANA 名称，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation>最小值 %1 大于最大值 %2</translation>
    </message>
    <message>
        <source>Raise the maximum or lower the minimum.</source>
        <translation>请调高最大值或调低最小值。</translation>
    </message>
    <message>
        <source>the window “%1” has no length</source>
        <translation>时段“%1”的长度为零</translation>
    </message>
    <message>
        <source>For a whole day write 00:00 to 24:00.</source>
        <translation>全天请写成 00:00 至 24:00。</translation>
    </message>
    <message>
        <source>the event “%1” does not end after it starts</source>
        <translation>活动“%1”的结束不晚于开始</translation>
    </message>
    <message>
        <source>Correct its start or its end.</source>
        <translation>请更正其开始或结束时间。</translation>
    </message>
    <message>
        <source>the override “%1” does not end after it starts</source>
        <translation>临时覆盖“%1”的结束不晚于开始</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>“%1”（%2）</translation>
    </message>
    <message>
        <source>the floor of %1 from %2 is above the cap of %3 from %4</source>
        <translation>下限 %1（来自%2）高于上限 %3（来自%4）</translation>
    </message>
    <message>
        <source>Raise the cap or lower the floor.</source>
        <translation>请调高上限或调低下限。</translation>
    </message>
</context>
<context>
    <name>ScheduleLint</name>
    <message>
        <source>Move it away from the hour in which the clock changes.</source>
        <translation>请避开时钟调整的那一小时。</translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, which the clock leaves out: it comes at the moment of the change.</source>
        <translation>“%1”有一个边界在 %2，时钟会跳过该时刻：边界将落在调整的瞬间。</translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, which comes twice: it starts at the first and ends at the second.</source>
        <translation>“%1”有一个边界在 %2，该时刻会出现两次：从第一次开始，到第二次结束。</translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, within an hour of a change of the clock.</source>
        <translation>“%1”有一个边界在 %2，距时钟调整不到一小时。</translation>
    </message>
    <message>
        <source>“%1” does not hold on %2: the clock leaves all of it out.</source>
        <translation>“%1”在 %2 不生效：时钟完全跳过了它。</translation>
    </message>
    <message>
        <source>Make it longer, or move it.</source>
        <translation>请延长它，或移到其他时间。</translation>
    </message>
    <message>
        <source>The event “%1” is over.</source>
        <translation>活动“%1”已结束。</translation>
    </message>
    <message>
        <source>Delete it, or give it its next date.</source>
        <translation>请删除它，或设定下一次日期。</translation>
    </message>
    <message>
        <source>The event “%1” is more than 400 days ahead: it is not in the timeline yet.</source>
        <translation>活动“%1”在 400 多天之后：尚未列入时间线。</translation>
    </message>
    <message>
        <source>Push the policy again before it.</source>
        <translation>请在此之前再次推送策略。</translation>
    </message>
    <message>
        <source>The events “%1” and “%2” overlap: the higher floor and the lower cap hold.</source>
        <translation>活动“%1”与“%2”重叠：以较高的下限和较低的上限为准。</translation>
    </message>
    <message>
        <source>Check that this is meant.</source>
        <translation>请确认这是有意为之。</translation>
    </message>
    <message>
        <source>“%1” waits for holidays, but none lie ahead.</source>
        <translation>“%1”等待节假日，但之后没有节假日。</translation>
    </message>
    <message>
        <source>Add the holidays of the coming year.</source>
        <translation>请添加来年的节假日。</translation>
    </message>
    <message>
        <source>“%1” asks for %2 replicas, but a count of %3 stays as it is: the difference is inside the tolerance.</source>
        <translation>“%1”要求 %2 个副本，但现有的 %3 个保持不变：差值在容差之内。</translation>
    </message>
    <message>
        <source>Set a minimum for the window instead, or lower the tolerance.</source>
        <translation>请改为给该时段设置最小值，或降低容差。</translation>
    </message>
    <message>
        <source>“%1” is a floor by a metric: the count rises by the scaling rules and stays up for the stabilization window after its end.</source>
        <translation>“%1”是由指标实现的下限：副本数按扩缩规则上升，结束后在稳定窗口内保持不降。</translation>
    </message>
    <message>
        <source>A window with a minimum is exact and acts at once; keep the metric if its end is to be soft.</source>
        <translation>设有最小值的时段精确且立即生效；若希望结束时平缓，请保留指标。</translation>
    </message>
    <message>
        <source>“%1” ends twice without a start between (%2): it stays open in that time.</source>
        <translation>“%1”在两次开始之间结束了两次（%2）：其间保持打开。</translation>
    </message>
    <message>
        <source>“%1” starts twice without an end between (%2): it is closed until the second start.</source>
        <translation>“%1”在两次结束之间开始了两次（%2）：第二次开始前保持关闭。</translation>
    </message>
    <message>
        <source>Give the start and the end the same days.</source>
        <translation>请为开始和结束设置相同的日期。</translation>
    </message>
    <message>
        <source>“%1” would start at %2, which the clock leaves out: it opens right after its previous end instead.</source>
        <translation>“%1”应在 %2 开始，但时钟会跳过该时刻：它将紧接着上一次结束打开。</translation>
    </message>
    <message>
        <source>Start it outside the hours in which the clock changes.</source>
        <translation>请让它在时钟调整的小时之外开始。</translation>
    </message>
    <message>
        <source>“%1” starts at %2, which comes twice: it opens at the second time only.</source>
        <translation>“%1”在 %2 开始，该时刻会出现两次：它只在第二次时打开。</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>Cannot get the password or token</source>
        <translation>无法获取密码或令牌</translation>
    </message>
    <message>
        <source>Enter it again in the settings of the workspace, or let passwordFrom name an environment variable (env:NAME) or a file (file:PATH).</source>
        <translation>请在工作区设置中重新输入，或让 passwordFrom 指向环境变量 (env:NAME) 或文件 (file:PATH)。</translation>
    </message>
    <message>
        <source>the keychain has no entry for this workspace</source>
        <translation>密钥环中没有此工作区的条目</translation>
    </message>
    <message>
        <source>the keychain refuses access</source>
        <translation>密钥环拒绝访问</translation>
    </message>
    <message>
        <source>this desktop has no keychain service</source>
        <translation>此桌面没有密钥环服务</translation>
    </message>
    <message>
        <source>the keychain failed</source>
        <translation>密钥环出错</translation>
    </message>
    <message>
        <source>keychain entry %1</source>
        <translation>密钥环条目 %1</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>密钥环没有应答</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>environment variable %1</source>
        <translation>环境变量 %1</translation>
    </message>
    <message>
        <source>it is not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>SelfMetrics</name>
    <message>
        <source>The console&apos;s own metrics cannot be served</source>
        <translation>无法提供控制台自身的指标</translation>
    </message>
    <message>
        <source>Choose a port that is free.</source>
        <translation>请选择空闲的端口。</translation>
    </message>
</context>
<context>
    <name>ServiceFit</name>
    <message>
        <source>Processor use does not follow the requests; the capacity of a replica is an assumption.</source>
        <translation>处理器用量与请求量不相关；单个副本的容量为假定值。</translation>
    </message>
    <message>
        <source>There is no processor limit; the capacity of a replica is the most that one has done.</source>
        <translation>没有处理器限制；单个副本的容量取曾达到的最大值。</translation>
    </message>
    <message>
        <source>Latency does not follow the utilisation; its curve is an assumption.</source>
        <translation>延迟与利用率不相关；其曲线为假定值。</translation>
    </message>
    <message>
        <source>The spread of the latency is an assumption.</source>
        <translation>延迟的离散程度为假定值。</translation>
    </message>
    <message>
        <source>No pod was seen starting; the cold start is an assumption.</source>
        <translation>未观察到 Pod 启动；冷启动时间为假定值。</translation>
    </message>
</context>
<context>
    <name>ServiceRoute</name>
    <message>
        <source>Ask for the verbs get and create on services/proxy of %1 in the namespace %2: a Role can give them.</source>
        <translation>请申请在命名空间 %2 中对 %1 的 services/proxy 使用 get 和 create 的权限，可由 Role 授予。</translation>
    </message>
    <message>
        <source>Check that the service %1 selects pods that are ready, and that it has the port %2.</source>
        <translation>请检查服务 %1 是否选中了就绪的 Pod，以及是否有端口 %2。</translation>
    </message>
    <message>
        <source>Check prometheus.service of the workspace: there is no %1.</source>
        <translation>请检查工作区的 prometheus.service：%1 不存在。</translation>
    </message>
    <message>
        <source>The metrics server cannot be reached through the cluster</source>
        <translation>无法通过集群访问指标服务器</translation>
    </message>
    <message>
        <source>the workspace names no context</source>
        <translation>工作区未指定上下文</translation>
    </message>
    <message>
        <source>the workspace names no service</source>
        <translation>工作区未指定服务</translation>
    </message>
    <message>
        <source>The metrics server cannot be reached through the cluster %1</source>
        <translation>无法通过集群 %1 访问指标服务器</translation>
    </message>
</context>
<context>
    <name>SettingsStore</name>
    <message>
        <source>The setting file has an error</source>
        <translation>设置文件有错误</translation>
    </message>
    <message>
        <source>The setting “%1” is not used</source>
        <translation>设置项“%1”未被采用</translation>
    </message>
    <message>
        <source>“%1” is out of range</source>
        <translation>“%1”超出范围</translation>
    </message>
    <message>
        <source>It may be %1 to %2.</source>
        <translation>可取 %1 到 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a time zone</source>
        <translation>“%1”不是时区</translation>
    </message>
    <message>
        <source>Write a name such as Asia/Shanghai.</source>
        <translation>请写成 Asia/Shanghai 这样的名称。</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false</source>
        <translation>“%1”既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>there is no theme “%1”</source>
        <translation>没有名为“%1”的主题</translation>
    </message>
    <message>
        <source>It may be system, light or dark.</source>
        <translation>可取 system、light 或 dark。</translation>
    </message>
    <message>
        <source>there is no language “%1”</source>
        <translation>没有语言“%1”</translation>
    </message>
    <message>
        <source>It may be en or zh_CN.</source>
        <translation>可取 en 或 zh_CN。</translation>
    </message>
    <message>
        <source>a line “name=value” or “[group]” is expected</source>
        <translation>此处应为“名称=值”或“[组]”</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Defaults are used for what cannot be read; the file is left as it is until you change a preference.</source>
        <translation>无法读取的部分使用默认值；在您更改首选项之前，文件保持原样。</translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation>无法保存设置</translation>
    </message>
    <message>
        <source>the file or its folder cannot be written</source>
        <translation>文件或其所在文件夹不可写</translation>
    </message>
</context>
<context>
    <name>SimulationReport</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (says little)</source>
        <translation>%1（说明不了什么）</translation>
    </message>
    <message>
        <source>COMPONENT</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>REPLICAS min/mean/max</source>
        <translation>副本 最小/平均/最大</translation>
    </message>
    <message>
        <source>P95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>429</source>
        <translation>429</translation>
    </message>
    <message>
        <source>LOST</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>BACKLOG</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>ALLOCATED</source>
        <translation>分摊</translation>
    </message>
    <message>
        <source>TOKENS</source>
        <translation>token</translation>
    </message>
    <message>
        <source>PER 1000</source>
        <translation>每千次</translation>
    </message>
    <message>
        <source>CALIBRATION</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>CONFIDENCE</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>UNFIT</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Cost in %1: allocated %2, idle %3, shared %4, tokens %5, calls %6, together %7; %8 for each 1,000 answered requests.</source>
        <translation>成本（%1）：分摊 %2，空闲 %3，共享 %4，token %5，调用 %6，合计 %7；每 1,000 个已应答请求 %8。</translation>
    </message>
    <message>
        <source>Cash for nodes: %1 (%2 node hours, at most %3 nodes).</source>
        <translation>节点现金支出：%1（%2 节点小时，最多 %3 个节点）。</translation>
    </message>
    <message>
        <source>MEASURE</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>replicas, mean</source>
        <translation>副本，平均</translation>
    </message>
    <message>
        <source>replicas, most</source>
        <translation>副本，最多</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>backlog, most</source>
        <translation>积压，最多</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>分摊</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>per 1,000 answered</source>
        <translation>每 1,000 个已应答请求</translation>
    </message>
    <message>
        <source>%1 to %2, traffic x %3, confidence %4</source>
        <translation>%1 至 %2，流量 × %3，可信度 %4</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>QUOTA OF</source>
        <translation>配额所属组件</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>LIMITED BY</source>
        <translation>受限于</translation>
    </message>
    <message>
        <source>ADMITTED/MIN</source>
        <translation>每分钟准入</translation>
    </message>
    <message>
        <source>PEAK/MIN</source>
        <translation>每分钟峰值</translation>
    </message>
    <message>
        <source>HEADROOM</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>USEFUL REPLICAS</source>
        <translation>有用副本数</translation>
    </message>
    <message>
        <source>No quota limits %1.</source>
        <translation>没有配额限制 %1。</translation>
    </message>
    <message>
        <source>Scaling %1 stops helping at %2 replicas; the policy allows %3.</source>
        <translation>%1 扩到 %2 个副本后再扩无益；策略允许 %3 个。</translation>
    </message>
    <message>
        <source>Scaling %1 stops helping at %2 replicas: more only add 429s. The policy allows %3, and has more than are useful for %4 of the time.</source>
        <translation>%1 扩到 %2 个副本后再扩无益：更多副本只会带来 429。策略允许 %3 个，并且在 %4 的时间里副本数超过有用数。</translation>
    </message>
    <message>
        <source>FORECAST</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>REQUESTS low/middle/high</source>
        <translation>请求数 低/中/高</translation>
    </message>
    <message>
        <source>COST IN %1 low/middle/high</source>
        <translation>成本（%1）低/中/高</translation>
    </message>
    <message>
        <source>KNOWN</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>被限流</translation>
    </message>
    <message>
        <source>at the maximum</source>
        <translation>达到上限</translation>
    </message>
    <message>
        <source>breaker open</source>
        <translation>熔断器打开</translation>
    </message>
    <message>
        <source>%1 / %2 s of %3 pods</source>
        <translation>%1 / %2 秒，共 %3 个 Pod</translation>
    </message>
    <message>
        <source>FITTED</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>REQUESTS/S A REPLICA</source>
        <translation>每副本请求/秒</translation>
    </message>
    <message>
        <source>PROCESSOR R2</source>
        <translation>处理器 R2</translation>
    </message>
    <message>
        <source>LATENCY R2</source>
        <translation>延迟 R2</translation>
    </message>
    <message>
        <source>COLD START p50/p95</source>
        <translation>冷启动 p50/p95</translation>
    </message>
    <message>
        <source>SAYS NOTHING</source>
        <translation>不可用于拟合</translation>
    </message>
    <message>
        <source>COST BY TAG</source>
        <translation>按标签的成本</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>值</translation>
    </message>
    <message>
        <source>COMPONENTS</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>IDLE</source>
        <translation>闲置</translation>
    </message>
    <message>
        <source>SHARED</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>SHARE</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>(untagged)</source>
        <translation>（无标签）</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>CALIBRATION FROM</source>
        <translation>校准 从</translation>
    </message>
    <message>
        <source>Breakers of %1 opened %2 times and were open for %3 of the time.</source>
        <translation>%1 的熔断器断开了 %2 次，断开时间占 %3。</translation>
    </message>
    <message>
        <source>About the record:</source>
        <translation>关于记录：</translation>
    </message>
    <message>
        <source>About today&apos;s policy:</source>
        <translation>关于今天的策略：</translation>
    </message>
    <message>
        <source>About the edited policy (confidence %1):</source>
        <translation>关于修改后的策略（可信度 %1）：</translation>
    </message>
    <message>
        <source>Decided as Kubernetes 1.%1 does, with a tolerance of %2.</source>
        <translation>按 Kubernetes 1.%1 的规则决定，容差为 %2。</translation>
    </message>
    <message>
        <source>input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>%1: today&apos;s policy, replayed, is off by %2 of the recorded replica hours (%3 of the time could be compared).</source>
        <translation>%1：重放今天的策略，与记录的副本小时数相差 %2（可比较的时间占 %3）。</translation>
    </message>
</context>
<context>
    <name>SpillwayCtl</name>
    <message>
        <source>warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>info: %1</source>
        <translation>信息：%1</translation>
    </message>
    <message>
        <source>warning: the answer is partial: some stores did not answer</source>
        <translation>警告：应答只有部分数据：部分存储没有应答</translation>
    </message>
    <message>
        <source>warning: the answer is truncated by a limit</source>
        <translation>警告：应答因限制而被截断</translation>
    </message>
    <message>
        <source>Cannot use the URL &quot;%1&quot;</source>
        <translation>无法使用 URL“%1”</translation>
    </message>
    <message>
        <source>expected http://HOST[:PORT][/PREFIX] or https://...</source>
        <translation>应为 http://HOST[:PORT][/PREFIX] 或 https://...</translation>
    </message>
    <message>
        <source>Cannot use the timeout</source>
        <translation>无法使用该超时时间</translation>
    </message>
    <message>
        <source>it must be above zero</source>
        <translation>必须大于零</translation>
    </message>
    <message>
        <source>Cannot use the header &quot;%1&quot;</source>
        <translation>无法使用请求头“%1”</translation>
    </message>
    <message>
        <source>expected &quot;Name: value&quot;</source>
        <translation>应为“Name: value”</translation>
    </message>
    <message>
        <source>Cannot use the range</source>
        <translation>无法使用该范围</translation>
    </message>
    <message>
        <source>the step must be above zero and the end not before the start</source>
        <translation>步长必须大于零，且结束不早于开始</translation>
    </message>
    <message>
        <source>Cannot read &quot;%1&quot;</source>
        <translation>无法读取“%1”</translation>
    </message>
    <message>
        <source>expected a time such as 2026-11-23T14:00:00Z, 1763906400 or now-1h</source>
        <translation>应为时间，例如 2026-11-23T14:00:00Z、1763906400 或 now-1h</translation>
    </message>
    <message>
        <source>expected a duration such as 30s, 1h30m or 15</source>
        <translation>应为时长，例如 30s、1h30m 或 15</translation>
    </message>
    <message>
        <source>Cannot write the answer</source>
        <translation>无法写出结果</translation>
    </message>
    <message>
        <source>spillwayctl: not allowed: %1</source>
        <translation>spillwayctl：不允许：%1</translation>
    </message>
    <message>
        <source>waiting for the login helper %1</source>
        <translation>正在等待登录助手 %1</translation>
    </message>
    <message>
        <source>Cannot use the share &quot;%1&quot;</source>
        <translation>无法使用比例“%1”</translation>
    </message>
    <message>
        <source>expected a share such as 1% or 0.01</source>
        <translation>应为 1% 或 0.01 这样的比例</translation>
    </message>
    <message>
        <source>There is nothing to hold</source>
        <translation>没有要达到的目标</translation>
    </message>
    <message>
        <source>give --slo-p95, --slo-429 or --slo-backlog-age</source>
        <translation>请给出 --slo-p95、--slo-429 或 --slo-backlog-age</translation>
    </message>
    <message>
        <source>Cannot look at the latency of &quot;%1&quot;</source>
        <translation>无法考察“%1”的延迟</translation>
    </message>
    <message>
        <source>it is not replayed</source>
        <translation>它没有被回放</translation>
    </message>
    <message>
        <source>There is nothing to optimise</source>
        <translation>没有可优化的内容</translation>
    </message>
    <message>
        <source>no component of the policy is scaled</source>
        <translation>策略中没有组件会伸缩</translation>
    </message>
    <message>
        <source>spillwayctl: stopped; what was found until now follows</source>
        <translation>spillwayctl：已停止；以下是到目前为止的结果</translation>
    </message>
    <message>
        <source>spillwayctl: %1 of %2 policies replayed</source>
        <translation>spillwayctl：已回放 %2 个策略中的 %1 个</translation>
    </message>
    <message>
        <source>Cannot write the file</source>
        <translation>无法写入文件</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source> (line %1): %2</source>
        <translation>（第 %1 行）：%2</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 undecided</source>
        <translation>%1 项通过，%2 项失败，%3 项未定</translation>
    </message>
    <message>
        <source>The bounds %1 to %2 come from %3.</source>
        <translation>界限 %1 到 %2 来自 %3。</translation>
    </message>
    <message>
        <source>A metric was not known, so nothing was decided: %1 replicas.</source>
        <translation>有一个指标未知，因此没有做出决定：%1 个副本。</translation>
    </message>
    <message>
        <source>KEDA&apos;s operator changed it from %1 to %2, not the HPA.</source>
        <translation>由 KEDA 的 operator（而不是 HPA）把它从 %1 改为 %2。</translation>
    </message>
    <message>
        <source>Cannot explain &quot;%1&quot;</source>
        <translation>无法解释“%1”</translation>
    </message>
    <message>
        <source>expected COMPONENT@TIME</source>
        <translation>应为 组件@时间</translation>
    </message>
    <message>
        <source>the end must be after the start</source>
        <translation>结束必须在开始之后</translation>
    </message>
    <message>
        <source>it is longer than 400 days</source>
        <translation>它长于 400 天</translation>
    </message>
    <message>
        <source>spillwayctl: %1 of %2 queries answered</source>
        <translation>spillwayctl：%2 个查询中已应答 %1 个</translation>
    </message>
    <message>
        <source>Cannot price the tokens</source>
        <translation>无法为 token 计价</translation>
    </message>
    <message>
        <source>the workspace has no rate from %1 to %2</source>
        <translation>工作区没有从 %1 到 %2 的汇率</translation>
    </message>
    <message>
        <source>Cannot use the growth</source>
        <translation>无法使用该增长倍数</translation>
    </message>
    <message>
        <source>Cannot use the size of the nodes</source>
        <translation>无法使用该节点规格</translation>
    </message>
    <message>
        <source>cores and GiB must be above zero</source>
        <translation>核数和 GiB 必须大于零</translation>
    </message>
    <message>
        <source>There is no traffic to replay</source>
        <translation>没有可回放的流量</translation>
    </message>
    <message>
        <source>give --prometheus, --workspace or --trace</source>
        <translation>请给出 --prometheus、--workspace 或 --trace</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Cannot show the component &quot;%1&quot;</source>
        <translation>无法显示组件“%1”</translation>
    </message>
    <message>
        <source>the policy has none of that name</source>
        <translation>策略中没有这个名称</translation>
    </message>
    <message>
        <source>Cannot use the zone &quot;%1&quot;</source>
        <translation>无法使用时区“%1”</translation>
    </message>
    <message>
        <source>expected an IANA name such as Asia/Shanghai</source>
        <translation>应为 Asia/Shanghai 这样的 IANA 名称</translation>
    </message>
    <message>
        <source>Cannot use the URL</source>
        <translation>无法使用该 URL</translation>
    </message>
    <message>
        <source>credentials do not belong on a command line</source>
        <translation>凭据不应出现在命令行上</translation>
    </message>
    <message>
        <source>Cannot use the growth during events</source>
        <translation>无法使用活动期间的增长倍数</translation>
    </message>
    <message>
        <source>it must be a number from 0 to %1, such as 3</source>
        <translation>必须是 0 到 %1 之间的数，例如 3</translation>
    </message>
    <message>
        <source>Cannot use the workspace</source>
        <translation>无法使用该工作区</translation>
    </message>
    <message>
        <source>it names neither a context nor a kubeconfig</source>
        <translation>它既没有指定上下文，也没有指定 kubeconfig</translation>
    </message>
    <message>
        <source>Give --context.</source>
        <translation>请使用 --context。</translation>
    </message>
    <message>
        <source>it has several namespaces</source>
        <translation>它有多个命名空间</translation>
    </message>
    <message>
        <source>Give --namespace.</source>
        <translation>请使用 --namespace。</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>没有写入任何内容</translation>
    </message>
    <message>
        <source>there is no terminal at which to ask</source>
        <translation>没有可供询问的终端</translation>
    </message>
    <message>
        <source>Say --yes if it is meant.</source>
        <translation>如果确实要这样做，请加上 --yes。</translation>
    </message>
    <message>
        <source>%1, in the context %2.</source>
        <translation>%1，上下文 %2。</translation>
    </message>
    <message>
        <source>The context is protected. Type its name: </source>
        <translation>该上下文受保护。请输入其名称：</translation>
    </message>
    <message>
        <source>Go on? [y/N] </source>
        <translation>继续吗？[y/N] </translation>
    </message>
    <message>
        <source>the name of the context was not typed</source>
        <translation>没有输入上下文的名称</translation>
    </message>
    <message>
        <source>it was not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Cannot write the policy</source>
        <translation>无法写入策略</translation>
    </message>
    <message>
        <source>the file is there already</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Give another name, or --overwrite.</source>
        <translation>请换一个名称，或使用 --overwrite。</translation>
    </message>
    <message>
        <source>“%1” is not NAME=VALUE</source>
        <translation>“%1”不是 NAME=VALUE 的形式</translation>
    </message>
    <message>
        <source>a breaker has no setting “%1”</source>
        <translation>熔断器没有设置项“%1”</translation>
    </message>
    <message>
        <source>“%1” does not fit %2</source>
        <translation>“%1”不适用于 %2</translation>
    </message>
    <message>
        <source>“%1” is not a time such as 2026-11-23T14:00:00Z</source>
        <translation>“%1”不是形如 2026-11-23T14:00:00Z 的时间</translation>
    </message>
    <message>
        <source>“%1” is not a duration such as 30m</source>
        <translation>“%1”不是形如 30m 的时长</translation>
    </message>
    <message>
        <source>its end is over</source>
        <translation>其结束时间已过</translation>
    </message>
    <message>
        <source>%1 does not go with this mode</source>
        <translation>%1 不能与此模式一起使用</translation>
    </message>
    <message>
        <source>a limit must be a number</source>
        <translation>上限必须是数字</translation>
    </message>
    <message>
        <source>there is no mode “%1”</source>
        <translation>没有模式“%1”</translation>
    </message>
    <message>
        <source>The override cannot be set</source>
        <translation>无法设置该临时覆盖</translation>
    </message>
    <message>
        <source>Say who with --by.</source>
        <translation>请用 --by 说明是谁。</translation>
    </message>
    <message>
        <source>note: edits by %1 were kept, and are Spillway&apos;s from now on</source>
        <translation>提示：%1 的修改已保留，今后归 Spillway 所有</translation>
    </message>
    <message>
        <source>%1: %2; generation %3</source>
        <translation>%1：%2；代次 %3</translation>
    </message>
    <message>
        <source>Set %1 in the namespace %2</source>
        <translation>在命名空间 %2 中设置 %1</translation>
    </message>
    <message>
        <source>Nothing was cleared</source>
        <translation>没有清除任何内容</translation>
    </message>
    <message>
        <source>there is no override %1</source>
        <translation>没有临时覆盖 %1</translation>
    </message>
    <message>
        <source>See &quot;override list&quot;.</source>
        <translation>请查看“override list”。</translation>
    </message>
    <message>
        <source>Clear %1 in the namespace %2</source>
        <translation>在命名空间 %2 中清除 %1</translation>
    </message>
    <message>
        <source>Cleared %1; generation %2</source>
        <translation>已清除 %1；代次 %2</translation>
    </message>
    <message>
        <source>%1; not yet: %2</source>
        <translation>%1；尚未确认：%2</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>%1 of %2 until %3</source>
        <translation>%2 的 %1，直到 %3</translation>
    </message>
    <message>
        <source>No overrides in %1; generation %2.</source>
        <translation>%1 中没有临时覆盖；代次 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n override(s) in %1; generation %2.</source>
        <translation>
            <numerusform>%1 中有 %n 个临时覆盖；代次 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy has problems</source>
        <translation>策略有问题</translation>
    </message>
    <message>
        <source>warning: nothing of the plan is called “%1”</source>
        <translation>警告：计划中没有名为“%1”的对象</translation>
    </message>
    <message>
        <source>%1 lines less, %2 more</source>
        <translation>少 %1 行，多 %2 行</translation>
    </message>
    <message>
        <source>%1, only its owner changes</source>
        <translation>%1，仅所有者改变</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source> as %1</source>
        <translation> 以 %1 的名义</translation>
    </message>
    <message>
        <source>, taking fields over</source>
        <translation>，接管字段</translation>
    </message>
    <message>
        <source>the server warns: %1</source>
        <translation>服务器警告：%1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>Plan of “%1” for namespace %2 of %3 (%4), which has no revision of it</source>
        <translation>“%1”的计划，用于 %3（%4）的命名空间 %2，其中尚无它的修订版</translation>
    </message>
    <message>
        <source>Plan of “%1” for namespace %2 of %3 (%4), which has revision %5</source>
        <translation>“%1”的计划，用于 %3（%4）的命名空间 %2，其中的修订版为 %5</translation>
    </message>
    <message>
        <source>**error**</source>
        <translation>**错误**</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source> (line %1)</source>
        <translation>（第 %1 行）</translation>
    </message>
    <message numerus="yes">
        <source>text of %n line(s)</source>
        <translation>
            <numerusform>%n 行文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing to do; %n object(s) are as the policy says.</source>
        <translation>
            <numerusform>无需任何操作；%n 个对象已符合策略。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to create, %2 to change, %3 to delete; %4 unchanged.</source>
        <translation>%1 个待创建，%2 个待更改，%3 个待删除；%4 个不变。</translation>
    </message>
    <message>
        <source>It cannot be pushed as it is.</source>
        <translation>目前无法推送。</translation>
    </message>
    <message>
        <source>Cannot roll back to revision %1</source>
        <translation>无法回滚到修订 %1</translation>
    </message>
    <message>
        <source>it undid the first push: there was no policy then</source>
        <translation>它撤销了首次推送：当时没有策略</translation>
    </message>
    <message>
        <source>The plan was not pushed</source>
        <translation>计划未推送</translation>
    </message>
    <message>
        <source>it is another one by now: its hash is %1</source>
        <translation>计划现已不同：其哈希为 %1</translation>
    </message>
    <message>
        <source>Look at the plan again. Nothing was written.</source>
        <translation>请重新查看计划。没有写入任何内容。</translation>
    </message>
    <message>
        <source>The push cannot be continued</source>
        <translation>推送无法继续</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>它已结束</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Go on with “spillwayctl resume %1”, or go back with “spillwayctl undo %1”.</source>
        <translation>可用“spillwayctl resume %1”继续，或用“spillwayctl undo %1”撤回。</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>unchanged: %1</source>
        <translation>未变：%1</translation>
    </message>
    <message>
        <source>not known whether done: %1</source>
        <translation>不确定是否完成：%1</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>无需任何操作。</translation>
    </message>
    <message numerus="yes">
        <source>Revision %1: %n object(s) changed.</source>
        <translation>
            <numerusform>修订 %1：更改了 %n 个对象。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not pushed as a whole: %n step(s) of %1 done.</source>
        <translation>
            <numerusform>未全部推送：%1 步中完成了 %n 步。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>POLICY</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>REVISION</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Revision %1 is not kept any more: its values are missing here.</source>
        <translation>修订 %1 已不再保留：此处缺少其数值。</translation>
    </message>
    <message>
        <source>The push of revision %1 is not complete: some of its values may not be so.</source>
        <translation>修订 %1 的推送不完整：其部分数值可能并未生效。</translation>
    </message>
    <message>
        <source>stopping after the step under way</source>
        <translation>将在当前步骤完成后停止</translation>
    </message>
    <message>
        <source>spillwayctl: the plan has errors and was not pushed</source>
        <translation>spillwayctl：计划有错误，未推送</translation>
    </message>
    <message>
        <source>Push revision %1 of %2 to %3</source>
        <translation>将 %2 的修订 %1 推送到 %3</translation>
    </message>
    <message>
        <source>Go on with revision %1 of %2 (%3 of %4 steps done)</source>
        <translation>继续 %2 的修订 %1（已完成 %3/%4 步）</translation>
    </message>
    <message>
        <source>There is no revision</source>
        <translation>没有修订</translation>
    </message>
    <message>
        <source>nothing was pushed to %1</source>
        <translation>尚未向 %1 推送任何内容</translation>
    </message>
    <message>
        <source>Which policy is meant?</source>
        <translation>指的是哪个策略？</translation>
    </message>
    <message>
        <source>there are %1: name one with --policy</source>
        <translation>有 %1：请用 --policy 指定一个</translation>
    </message>
    <message>
        <source>There is no revision %1</source>
        <translation>没有修订 %1</translation>
    </message>
    <message>
        <source>the last %1 are kept</source>
        <translation>只保留最近 %1 个</translation>
    </message>
    <message>
        <source>“%1” is not a revision</source>
        <translation>“%1”不是修订</translation>
    </message>
    <message>
        <source>expected a number, such as those that history shows</source>
        <translation>应为数字，如 history 所显示的</translation>
    </message>
    <message>
        <source>There is no unfinished push</source>
        <translation>没有未完成的推送</translation>
    </message>
    <message>
        <source>none of this machine to %1 in %2</source>
        <translation>本机没有向 %2 中的 %1 的推送</translation>
    </message>
    <message>
        <source>Which push is meant?</source>
        <translation>指的是哪次推送？</translation>
    </message>
    <message>
        <source>there are several: %1</source>
        <translation>有多个：%1</translation>
    </message>
    <message>
        <source>the context is protected, and no reason is given</source>
        <translation>该上下文受保护，且未给出原因</translation>
    </message>
    <message>
        <source>Say why with --reason.</source>
        <translation>请用 --reason 说明原因。</translation>
    </message>
    <message>
        <source>there is nothing to watch: nothing of it is there</source>
        <translation>没有可观察的内容：推送的对象都不存在</translation>
    </message>
    <message>
        <source>Mark revision %1 of %2 as undone</source>
        <translation>将 %2 的修订版本 %1 标记为已撤销</translation>
    </message>
    <message>
        <source>Cannot use the Kubernetes version &quot;%1&quot;</source>
        <translation>无法使用 Kubernetes 版本&quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected 1.%1 or newer, such as 1.36 or v1.32.4</source>
        <translation>应为 1.%1 或更新版本，例如 1.36 或 v1.32.4</translation>
    </message>
    <message>
        <source>The value was not set</source>
        <translation>没有设置该值</translation>
    </message>
    <message>
        <source>no policy says this</source>
        <translation>没有策略会这样写</translation>
    </message>
    <message>
        <source>There is nobody to ask</source>
        <translation>没有可查询的服务器</translation>
    </message>
    <message>
        <source>give --prometheus or --workspace</source>
        <translation>请给出 --prometheus 或 --workspace</translation>
    </message>
    <message>
        <source>Cannot use --bearer-token-file and --ca</source>
        <translation>无法使用 --bearer-token-file 和 --ca</translation>
    </message>
    <message>
        <source>the workspace reaches its metrics server through the cluster, as its kubeconfig says</source>
        <translation>该工作区按 kubeconfig 的设置通过集群访问指标服务器</translation>
    </message>
    <message>
        <source>Cannot use the lead time “%1”</source>
        <translation>无法使用提前量“%1”</translation>
    </message>
    <message>
        <source>it is not like web=90s</source>
        <translation>它的形式不是 web=90s</translation>
    </message>
    <message>
        <source>the policy has no component “%1” with leadTime: measured</source>
        <translation>策略中没有带 leadTime: measured 的组件“%1”</translation>
    </message>
    <message>
        <source>First was %1. Since the plan was made this was pushed:</source>
        <translation>先推送的是%1。自计划制定以来推送了以下内容：</translation>
    </message>
    <message>
        <source>it can be looked at again</source>
        <translation>又可以查看了</translation>
    </message>
    <message>
        <source>watching for %1 whether it stays; Ctrl-C ends it</source>
        <translation>将观察 %1，看是否有人改回；按 Ctrl-C 结束</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>it is required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Cannot search for a better policy</source>
        <translation>无法搜索更好的策略</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>MMM d</source>
        <extracomment>Date of a tick on a time axis, in QLocale&apos;s format letters.</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <extracomment>Date with year of a tick on a time axis, in QLocale&apos;s format letters.</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A date (%1) and a time of day (%2), as &quot;Nov 22 14:03:15&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>TimeSelection</name>
    <message>
        <source>“%1” is not a time</source>
        <translation>“%1”不是时间</translation>
    </message>
    <message>
        <source>Write now-6h, now-1d/d or 2026-11-22 09:00.</source>
        <translation>请写成 now-6h、now-1d/d 或 2026-11-22 09:00。</translation>
    </message>
    <message>
        <source>“%1” is not a time range</source>
        <translation>“%1”不是时间范围</translation>
    </message>
    <message>
        <source>Write now-6h, or two times with “to” between them.</source>
        <translation>请写成 now-6h，或用“to”连接的两个时间。</translation>
    </message>
    <message>
        <source>after “/” one of m, h, d, w, M, y is expected</source>
        <translation>“/”之后应为 m、h、d、w、M、y 之一</translation>
    </message>
    <message>
        <source>after “now” a - or + is expected</source>
        <translation>“now”之后应为 - 或 +</translation>
    </message>
    <message>
        <source>that is more than ten years</source>
        <translation>超过了十年</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>最近 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>最近 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>今天至今</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This week so far</source>
        <translation>本周至今</translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation>本月至今</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>it is neither relative to now nor a date</source>
        <translation>既不是相对当前的时间，也不是日期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
</context>
<context>
    <name>TokenFile</name>
    <message>
        <source>The token cannot be read</source>
        <translation>无法读取令牌</translation>
    </message>
    <message>
        <source>the file does not hold one line of text</source>
        <translation>文件内容不是单行文本</translation>
    </message>
    <message>
        <source>Put the token alone into the file.</source>
        <translation>文件中应只包含令牌。</translation>
    </message>
</context>
<context>
    <name>Tone</name>
    <message>
        <source>not judged</source>
        <translation>未评判</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
</context>
<context>
    <name>TrafficQuality</name>
    <message>
        <source>Nothing is known of its requests after %1.</source>
        <translation>%1 之后的请求情况未知。</translation>
    </message>
    <message numerus="yes">
        <source>Its requests are unknown for %1 % of the time, in %n gap(s); the longest is %2 from %3.</source>
        <translation>
            <numerusform>有 %1 % 的时间其请求未知，共 %n 处空缺；最长的为 %2，始于 %3。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficTrace</name>
    <message>
        <source>the head must be %1</source>
        <translation>表头必须是 %1</translation>
    </message>
    <message>
        <source>there are no rows</source>
        <translation>没有数据行</translation>
    </message>
    <message>
        <source>The traffic cannot be read</source>
        <translation>无法读取流量</translation>
    </message>
    <message>
        <source>The format is described in docs/simulate.md.</source>
        <translation>格式见 docs/simulate.md。</translation>
    </message>
    <message>
        <source>three columns are expected</source>
        <translation>应有三列</translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation>“%1”不是时间</translation>
    </message>
    <message>
        <source>“%1” is not the name of a component</source>
        <translation>“%1”不是组件名称</translation>
    </message>
    <message>
        <source>“%1” is not a rate of requests</source>
        <translation>“%1”不是请求速率</translation>
    </message>
    <message>
        <source>the times of a component must rise</source>
        <translation>同一组件的时间必须递增</translation>
    </message>
    <message>
        <source>it covers more than 400 days</source>
        <translation>它超过 400 天</translation>
    </message>
    <message numerus="yes">
        <source>its %n component(s), over that time, have more than %1 steps</source>
        <translation>
            <numerusform>在这段时间内，其 %n 个组件的步数超过 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Give fewer days or fewer components.</source>
        <translation>请减少天数或组件数。</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>文件大于 %1 MiB</translation>
    </message>
    <message>
        <source>Give fewer days, or one row a minute.</source>
        <translation>请减少天数，或每分钟只写一行。</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>plain number</source>
        <translation>普通数字</translation>
    </message>
    <message>
        <source>number with SI prefix</source>
        <translation>带 SI 前缀的数字</translation>
    </message>
    <message>
        <source>per cent (0 to 100)</source>
        <translation>百分比（0 至 100）</translation>
    </message>
    <message>
        <source>per cent (0 to 1)</source>
        <translation>百分比（0 至 1）</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>bytes (IEC)</source>
        <translation>字节 (IEC)</translation>
    </message>
    <message>
        <source>bytes (SI)</source>
        <translation>字节 (SI)</translation>
    </message>
    <message>
        <source>bytes a second</source>
        <translation>字节/秒</translation>
    </message>
    <message>
        <source>events a second</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>requests a second</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>events a minute</source>
        <translation>次/分钟</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>tokens a second</source>
        <translation>token/秒</translation>
    </message>
    <message>
        <source>tokens a minute</source>
        <translation>token/分钟</translation>
    </message>
    <message>
        <source>CPU cores</source>
        <translation>CPU 核</translation>
    </message>
    <message>
        <source>replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>money an hour</source>
        <translation>金额/小时</translation>
    </message>
    <message>
        <source>money a month</source>
        <translation>金额/月</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>ViewLink</name>
    <message>
        <source>This link cannot be opened</source>
        <translation>无法打开此链接</translation>
    </message>
    <message>
        <source>A link looks like spillway://view?page=overview&amp;from=now-6h.</source>
        <translation>链接形如 spillway://view?page=overview&amp;from=now-6h。</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>it does not start with spillway://view</source>
        <translation>它不以 spillway://view 开头</translation>
    </message>
    <message>
        <source>a name in it has characters that no name has</source>
        <translation>其中的名称含有不允许的字符</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Dialog manager</source>
        <translation>对话管理器</translation>
    </message>
    <message>
        <source>RAG worker</source>
        <translation>RAG 工作进程</translation>
    </message>
    <message>
        <source>LLM consumer</source>
        <translation>LLM 消费者</translation>
    </message>
    <message>
        <source>Tool router</source>
        <translation>工具路由</translation>
    </message>
    <message>
        <source>Redis session store</source>
        <translation>Redis 会话存储</translation>
    </message>
    <message>
        <source>Generation queue</source>
        <translation>生成队列</translation>
    </message>
    <message>
        <source>A newer Spillway may understand this file.</source>
        <translation>更新版本的 Spillway 或许能读懂此文件。</translation>
    </message>
    <message>
        <source>there is no such time zone</source>
        <translation>没有这个时区</translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation>请使用 IANA 名称，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>a password does not belong into a file</source>
        <translation>密码不应写入文件</translation>
    </message>
    <message>
        <source>Use auth with passwordFrom.</source>
        <translation>请使用 auth 与 passwordFrom。</translation>
    </message>
    <message>
        <source>a password or token does not belong into a file</source>
        <translation>密码或令牌不应写入文件</translation>
    </message>
    <message>
        <source>Use passwordFrom with keychain, env:NAME or file:PATH.</source>
        <translation>请使用 passwordFrom，取值为 keychain、env:NAME 或 file:PATH。</translation>
    </message>
    <message>
        <source>this cannot be a header</source>
        <translation>这不能作为请求头</translation>
    </message>
    <message>
        <source>Put it into the environment variable https_proxy.</source>
        <translation>请放入环境变量 https_proxy。</translation>
    </message>
    <message>
        <source>another component has this name</source>
        <translation>另一个组件已使用此名称</translation>
    </message>
    <message>
        <source>a number that is not negative is expected</source>
        <translation>应为非负数</translation>
    </message>
    <message>
        <source>%1 is expected</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>an address such as http://host:9090 is expected</source>
        <translation>应为地址，例如 http://host:9090</translation>
    </message>
    <message>
        <source>a duration such as 30s or 2m is expected</source>
        <translation>应为时长，例如 30s 或 2m</translation>
    </message>
    <message>
        <source>keychain, env:NAME or file:PATH is expected</source>
        <translation>应为 keychain、env:NAME 或 file:PATH</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>none or an address such as http://host:3128 or socks5://host:1080 is expected</source>
        <translation>应为 none，或 http://host:3128、socks5://host:1080 这样的地址</translation>
    </message>
    <message>
        <source>a currency code such as EUR is expected</source>
        <translation>应为货币代码，例如 EUR</translation>
    </message>
    <message>
        <source>a number above 0 is expected</source>
        <translation>应为大于 0 的数字</translation>
    </message>
    <message>
        <source>all, none, or a list of names and absolute paths of login helpers is expected</source>
        <translation>应为 all、none，或登录助手的名称与绝对路径列表</translation>
    </message>
    <message>
        <source>a service such as monitoring/prometheus:9090 is expected</source>
        <translation>应为形如 monitoring/prometheus:9090 的服务</translation>
    </message>
    <message>
        <source>NAMESPACE/[https:]NAME:PORT, and /PREFIX if it has one.</source>
        <translation>格式为 命名空间/[https:]名称:端口，如有路径前缀再加 /前缀。</translation>
    </message>
    <message>
        <source>a service is reached as the kubeconfig says</source>
        <translation>服务按 kubeconfig 的设置访问</translation>
    </message>
    <message>
        <source>Remove this, or give url instead of service.</source>
        <translation>请删除此项，或改用 url 代替 service。</translation>
    </message>
    <message>
        <source>a service needs a cluster</source>
        <translation>使用服务需要指定集群</translation>
    </message>
    <message>
        <source>Name a context of your kubeconfig: kube: {context: NAME}.</source>
        <translation>请指定 kubeconfig 中的上下文：kube: {context: 名称}。</translation>
    </message>
</context>
<context>
    <name>WorkspaceFolder</name>
    <message>
        <source>The workspace cannot be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>a workspace file is not that large</source>
        <translation>工作区文件不会这么大</translation>
    </message>
    <message>
        <source>it has no address of Prometheus</source>
        <translation>其中没有 Prometheus 地址</translation>
    </message>
</context>
<context>
    <name>WorkspaceStore</name>
    <message>
        <source>Cannot read the workspace</source>
        <translation>无法读取工作区</translation>
    </message>
    <message>
        <source>Cannot save the workspace</source>
        <translation>无法保存工作区</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
    <message>
        <source>The file has errors and is not overwritten</source>
        <translation>文件有错误，未被覆盖</translation>
    </message>
    <message>
        <source>the file has changed since it was read</source>
        <translation>文件在读取后已被更改</translation>
    </message>
    <message>
        <source>Open the workspace again and repeat the change.</source>
        <translation>请重新打开工作区并再次更改。</translation>
    </message>
    <message>
        <source>Cannot remove the workspace</source>
        <translation>无法移除工作区</translation>
    </message>
</context>
<context>
    <name>YamlDocument</name>
    <message>
        <source>The file cannot be understood</source>
        <translation>无法读懂该文件</translation>
    </message>
    <message>
        <source>the file holds more than one document</source>
        <translation>文件包含多个文档</translation>
    </message>
    <message>
        <source>Keep one document a file: remove “---” and what follows.</source>
        <translation>每个文件请只保留一个文档：删除“---”及其后的内容。</translation>
    </message>
    <message>
        <source>the alias refers to a value that contains it</source>
        <translation>别名引用了包含它自身的值</translation>
    </message>
    <message>
        <source>it has more than %1 values once its aliases are filled in</source>
        <translation>展开别名后超过 %1 个值</translation>
    </message>
    <message>
        <source>the name of a field must be plain text</source>
        <translation>字段名必须是纯文本</translation>
    </message>
    <message>
        <source>If the value starts with { or [, quote it.</source>
        <translation>若值以 { 或 [ 开头，请加引号。</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>it holds a NUL byte</source>
        <translation>包含 NUL 字节</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 text.</source>
        <translation>请将文件保存为 UTF-8 文本。</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>文本不是 UTF-8</translation>
    </message>
    <message>
        <source>the line is indented with a tab</source>
        <translation>该行使用制表符缩进</translation>
    </message>
    <message>
        <source>YAML allows only spaces for indentation.</source>
        <translation>YAML 只允许用空格缩进。</translation>
    </message>
    <message>
        <source>Check the indentation, quotes and brackets near this place.</source>
        <translation>请检查此处附近的缩进、引号和括号。</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>此处可用：%1。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>是否想写“%1”？</translation>
    </message>
    <message>
        <source>A value in the file is wrong</source>
        <translation>文件中有一个值不正确</translation>
    </message>
    <message>
        <source>%1 is expected, the value is empty</source>
        <translation>应为%1，但值为空</translation>
    </message>
    <message>
        <source>%1 is expected, a list was found</source>
        <translation>应为%1，但实际为列表</translation>
    </message>
    <message>
        <source>%1 is expected, a map was found</source>
        <translation>应为%1，但实际为映射</translation>
    </message>
    <message>
        <source>%1 is expected, “%2” was found</source>
        <translation>应为%1，但实际为“%2”</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number of at least %1 is expected, %2 was found</source>
        <translation>应为不小于 %1 的数字，但实际为 %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected, %3 was found</source>
        <translation>应为 %1 至 %2 的数字，但实际为 %3</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a duration such as 90s or 1h30m</source>
        <translation>时长，例如 90s 或 1h30m</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation>此处无法识别“%1”</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>A field in the file is wrong</source>
        <translation>文件中有一个字段不正确</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1”出现了两次</translation>
    </message>
    <message>
        <source>Keep one of the two; the first one is used.</source>
        <translation>请保留其中之一；目前采用第一个。</translation>
    </message>
    <message>
        <source>the field “%1” is missing</source>
        <translation>缺少字段“%1”</translation>
    </message>
    <message>
        <source>the field “%1” is not known</source>
        <translation>未知字段“%1”</translation>
    </message>
    <message>
        <source>it has more than %1 letters once its aliases are filled in</source>
        <translation>展开别名后超过 %1 个字符</translation>
    </message>
</context>
<context>
    <name>spillway::AboutDialog</name>
    <message>
        <source>About Spillway</source>
        <translation>关于 Spillway</translation>
    </message>
    <message>
        <source>Spillway %1</source>
        <translation>Spillway %1</translation>
    </message>
    <message>
        <source>A console that keeps LLM and RAG systems standing under spiky traffic.</source>
        <translation>让 LLM 与 RAG 系统在流量尖峰下保持稳定的控制台。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>Made with Qt, libcurl, simdjson, yaml-cpp, prometheus-cpp, QtKeychain and CLI11.</source>
        <translation>使用 Qt、libcurl、simdjson、yaml-cpp、prometheus-cpp、QtKeychain 和 CLI11 构建。</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
</context>
<context>
    <name>spillway::ApplicationController</name>
    <message>
        <source>There is no page “%1” here</source>
        <translation>这里没有页面“%1”</translation>
    </message>
    <message>
        <source>Page 1 to 9</source>
        <translation>第 1 至 9 页</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+9</source>
        <translation>Ctrl+1 至 Ctrl+9</translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation>打开工作区文件</translation>
    </message>
    <message>
        <source>Workspaces (*.yaml *.yml)</source>
        <translation>工作区 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Link with frozen times copied</source>
        <translation>已复制固定时间的链接</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>已复制链接</translation>
    </message>
    <message>
        <source>The link belongs to the workspace “%1”, which is not here</source>
        <translation>该链接属于工作区“%1”，本机没有它</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>保存页面</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>图表中</translation>
    </message>
    <message>
        <source>Step through the samples</source>
        <translation>逐个查看样本</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>左、右、Home、End</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>另一条线</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Next or previous gap, NaN or reset</source>
        <translation>下一个或上一个间断、NaN 或重置</translation>
    </message>
    <message>
        <source>Zoom in or out</source>
        <translation>放大或缩小</translation>
    </message>
    <message>
        <source>Undo the zoom</source>
        <translation>撤销缩放</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格键</translation>
    </message>
    <message>
        <source>Pin the crosshair</source>
        <translation>固定十字线</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>The demo is ready; it is among the workspaces</source>
        <translation>演示已就绪，可在工作区列表中打开</translation>
    </message>
    <message>
        <source>Saved; used when the workspace is opened again</source>
        <translation>已保存，下次打开该工作区时生效</translation>
    </message>
</context>
<context>
    <name>spillway::BreakerDialog</name>
    <message>
        <source>Edits of %1 were kept.</source>
        <translation>保留了 %1 的修改。</translation>
    </message>
    <message>
        <source>Set override</source>
        <translation>设置临时覆盖</translation>
    </message>
    <message>
        <source>Allow changes…</source>
        <translation>允许更改…</translation>
    </message>
    <message>
        <source>Connecting to the cluster…</source>
        <translation>正在连接集群…</translation>
    </message>
    <message>
        <source>Reading the overrides…</source>
        <translation>正在读取临时覆盖…</translation>
    </message>
    <message>
        <source>Nothing was forced here yet.</source>
        <translation>这里还没有强制过任何熔断器。</translation>
    </message>
    <message>
        <source>Generation %1; nobody says which one is obeyed.</source>
        <translation>代次 %1；没有 Pod 报告其遵循的代次。</translation>
    </message>
    <message>
        <source>Circuit breakers of %1</source>
        <translation>%1 的熔断器</translation>
    </message>
    <message>
        <source>Clear override</source>
        <translation>清除临时覆盖</translation>
    </message>
    <message>
        <source>The breaker judges by itself again</source>
        <translation>熔断器恢复自行判断</translation>
    </message>
    <message>
        <source>Circuit breakers</source>
        <translation>熔断器</translation>
    </message>
</context>
<context>
    <name>spillway::BreakerForm</name>
    <message>
        <source>Breaker</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>15 minutes from now</source>
        <translation>15 分钟后</translation>
    </message>
    <message>
        <source>1 hour from now</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>4 hours from now</source>
        <translation>4 小时后</translation>
    </message>
    <message>
        <source>24 hours from now</source>
        <translation>24 小时后</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>指定时间</translation>
    </message>
    <message>
        <source>half-open: it tests whether calls succeed</source>
        <translation>半开：试探调用能否成功</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Needed: everybody who looks will see it</source>
        <translation>必填：所有查看者都会看到</translation>
    </message>
    <message>
        <source>May be empty</source>
        <translation>可以留空</translation>
    </message>
</context>
<context>
    <name>spillway::BreakerTableModel</name>
    <message>
        <source>Breaker</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>临时覆盖</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已过期</translation>
    </message>
</context>
<context>
    <name>spillway::ChartLegend</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>所有序列</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1，已显示</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1，已隐藏</translation>
    </message>
</context>
<context>
    <name>spillway::ClusterBanner</name>
    <message>
        <source>No cluster</source>
        <translation>没有集群</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>正在等待 %1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Live, not all of it</source>
        <translation>实时，但不完整</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1前的数据</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Kubernetes %1</source>
        <translation>Kubernetes %1</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>身份 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>namespaces</comment>
        <translation>命名空间 %1</translation>
    </message>
    <message>
        <source>Changes allowed for %1</source>
        <translation>允许更改，剩余 %1</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Read-only, protected</source>
        <translation>只读，受保护</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Allow changes…</source>
        <translation>允许更改…</translation>
    </message>
    <message>
        <source>Allow changes</source>
        <translation>允许更改</translation>
    </message>
    <message>
        <source>Back to read-only</source>
        <translation>恢复只读</translation>
    </message>
    <message>
        <source>For ten minutes; then it is read-only again</source>
        <translation>持续十分钟；之后恢复只读</translation>
    </message>
</context>
<context>
    <name>spillway::ClusterDetail</name>
    <message>
        <source>All workloads</source>
        <translation>所有工作负载</translation>
    </message>
    <message>
        <source>Cold start: half within %1, 95 % within %2</source>
        <translation>冷启动：一半在 %1 内，95 % 在 %2 内</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Conditions to look at</source>
        <translation>需关注的状况</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Show all workloads</source>
        <translation>显示所有工作负载</translation>
    </message>
</context>
<context>
    <name>spillway::ClusterLacks</name>
    <message>
        <source>What is refused is asked for again every five minutes.</source>
        <translation>被拒绝的内容每五分钟重新请求一次。</translation>
    </message>
    <message>
        <source>Copy the roles</source>
        <translation>复制角色</translation>
    </message>
    <message>
        <source>The roles that would allow what is refused</source>
        <translation>可允许被拒绝内容的角色</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>spillway::ClusterNotice</name>
    <message>
        <source>This workspace has no cluster</source>
        <translation>此工作区没有集群</translation>
    </message>
    <message>
        <source>Name a context of your kubeconfig in the workspace. Its workloads, pods and events are then shown here, and who decides how many replicas there are. Nothing is changed without you.</source>
        <translation>在工作区中指定 kubeconfig 的一个上下文。此处便会显示其工作负载、Pod 和事件，以及由谁决定副本数。未经您操作，不会更改任何内容。</translation>
    </message>
    <message>
        <source>Waiting for the login helper %1</source>
        <translation>正在等待登录助手 %1</translation>
    </message>
    <message>
        <source>It may have opened a page in your browser. Log in there.</source>
        <translation>它可能已在浏览器中打开页面。请在那里登录。</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>This role would allow it:</source>
        <translation>以下角色可授予该权限：</translation>
    </message>
    <message>
        <source>Edit the workspace…</source>
        <translation>编辑工作区…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy the role</source>
        <translation>复制角色</translation>
    </message>
</context>
<context>
    <name>spillway::ClusterPage</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Filter workloads, pods, events</source>
        <translation>筛选工作负载、Pod、事件</translation>
    </message>
</context>
<context>
    <name>spillway::ColdStartStrip</name>
    <message>
        <source>Cold starts</source>
        <translation>冷启动</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Waiting for the login helper %1</source>
        <translation>正在等待登录助手 %1</translation>
    </message>
    <message>
        <source>There is no workload of this component in %1</source>
        <translation>%1 中没有该组件的工作负载</translation>
    </message>
    <message>
        <source>No start has been seen yet</source>
        <translation>尚未观测到启动</translation>
    </message>
    <message>
        <source>starts seen: %1</source>
        <translation>已观测启动：%1</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1前的数据</translation>
    </message>
    <message>
        <source>Scheduled to ready, p50 / p95</source>
        <translation>从调度到就绪，p50 / p95</translation>
    </message>
    <message>
        <source>Half of the pods got ready within the first time after they had a node, 95 % within the second.</source>
        <translation>分配到节点后，一半的 Pod 在前一时间内就绪，95 % 在后一时间内就绪。</translation>
    </message>
    <message>
        <source>Node found</source>
        <translation>分配节点</translation>
    </message>
    <message>
        <source>From its creation until it had a node</source>
        <translation>从创建到分配节点</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>From there until its init containers were done</source>
        <translation>此后到 init 容器完成</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Pulling the image, as the kubelet&apos;s events tell; they are kept for an hour</source>
        <translation>拉取镜像的用时，来自 kubelet 的事件；事件只保留一小时</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>From there until its containers ran; pulling the image is in it</source>
        <translation>此后到容器运行，其中包含拉取镜像</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>From there until its readiness probe agreed</source>
        <translation>此后到就绪探针通过</translation>
    </message>
</context>
<context>
    <name>spillway::CommandPalette</name>
    <message>
        <source>Nothing fits</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>Page, panel, command, time range or link</source>
        <translation>页面、面板、命令、时间范围或链接</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>搜索与命令</translation>
    </message>
</context>
<context>
    <name>spillway::ConditionModel</name>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>spillway::Connection</name>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>无法连接</translation>
    </message>
</context>
<context>
    <name>spillway::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>后端</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Scrape interval</source>
        <translation>抓取间隔</translation>
    </message>
    <message>
        <source>Look-back</source>
        <translation>回溯时长</translation>
    </message>
    <message>
        <source>Server clock</source>
        <translation>服务器时钟</translation>
    </message>
    <message>
        <source>%1 ahead of this machine&apos;s</source>
        <translation>比本机快 %1</translation>
    </message>
    <message>
        <source>%1 behind this machine&apos;s</source>
        <translation>比本机慢 %1</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>%1 asked by panels, %2 shared, %3 sent, %4 failed</source>
        <translation>面板发起 %1，共享 %2，已发送 %3，失败 %4</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>The same as this machine&apos;s</source>
        <translation>与本机相同</translation>
    </message>
    <message>
        <source>%1 through the cluster</source>
        <translation>%1（通过集群）</translation>
    </message>
</context>
<context>
    <name>spillway::ConnectionTestView</name>
    <message>
        <source>It works: the server answers PromQL</source>
        <translation>连接成功：服务器可应答 PromQL</translation>
    </message>
    <message>
        <source>It works: %1 %2</source>
        <translation>连接成功：%1 %2</translation>
    </message>
    <message>
        <source>Answered in %1</source>
        <translation>应答用时 %1</translation>
    </message>
    <message>
        <source>Scrape interval %1</source>
        <translation>抓取间隔 %1</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead of this machine&apos;s; the server&apos;s counts</source>
        <translation>服务器时钟比本机快 %1；以服务器为准</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind this machine&apos;s; the server&apos;s counts</source>
        <translation>服务器时钟比本机慢 %1；以服务器为准</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
</context>
<context>
    <name>spillway::CostBarsBody</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>spillway::CostFigureBody</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>spillway::CostModel</name>
    <message>
        <source>untagged</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>CPU, no price</source>
        <translation>CPU，无价格</translation>
    </message>
    <message>
        <source>memory, no price</source>
        <translation>内存，无价格</translation>
    </message>
    <message>
        <source>%1, no price</source>
        <translation>%1，无价格</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>%1 core h</source>
        <translation>%1 核小时</translation>
    </message>
    <message>
        <source>%1 GiB h</source>
        <translation>%1 GiB 小时</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>本月至今</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Token cost</source>
        <translation>token 成本</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>spillway::CostPage</name>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>There is no data to compute this from.</source>
        <translation>没有可用于计算的数据。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>本月至今</translation>
    </message>
    <message>
        <source>Cost rate</source>
        <translation>成本速率</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Tokens have no cost here: their prices are in %1, the workspace counts in %2 and has no exchange rate (prices.exchange).</source>
        <translation>此处 token 没有成本：其价格以 %1 计，工作区以 %2 计，且没有汇率（prices.exchange）。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The forecast needs an hour of data of this month.</source>
        <translation>预测需要本月至少一小时的数据。</translation>
    </message>
</context>
<context>
    <name>spillway::CostTableBody</name>
    <message numerus="yes">
        <source>table with %n row(s)</source>
        <translation>
            <numerusform>表格，共 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::DashboardDocument</name>
    <message>
        <source>Add panel “%1”</source>
        <translation>添加面板“%1”</translation>
    </message>
    <message>
        <source>Remove panel “%1”</source>
        <translation>移除面板“%1”</translation>
    </message>
    <message>
        <source>Move panel “%1”</source>
        <translation>移动面板“%1”</translation>
    </message>
    <message>
        <source>Resize panel “%1”</source>
        <translation>调整面板“%1”的大小</translation>
    </message>
    <message>
        <source>Rename panel “%1”</source>
        <translation>重命名面板“%1”</translation>
    </message>
    <message>
        <source>Change queries of “%1”</source>
        <translation>更改“%1”的查询</translation>
    </message>
    <message>
        <source>Change unit of “%1”</source>
        <translation>更改“%1”的单位</translation>
    </message>
    <message>
        <source>Change thresholds of “%1”</source>
        <translation>更改“%1”的阈值</translation>
    </message>
    <message>
        <source>Change panel “%1”</source>
        <translation>更改面板“%1”</translation>
    </message>
</context>
<context>
    <name>spillway::DashboardLibrary</name>
    <message>
        <source>Cannot read the dashboard</source>
        <translation>无法读取仪表盘</translation>
    </message>
    <message>
        <source>A dashboard is left out</source>
        <translation>有一个仪表盘被略去</translation>
    </message>
    <message>
        <source>its id “%1” is also that of %2</source>
        <translation>其 id“%1”与 %2 的相同</translation>
    </message>
    <message>
        <source>Give it another id.</source>
        <translation>请为它设置其他 id。</translation>
    </message>
    <message>
        <source>The dashboard was not saved</source>
        <translation>仪表盘未保存</translation>
    </message>
    <message>
        <source>“%1” cannot be its id</source>
        <translation>“%1”不能作为其 id</translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, “-” and “_”.</source>
        <translation>最多 64 个字符，只用字母、数字、“-”和“_”。</translation>
    </message>
    <message>
        <source>parts of the file could not be read and would be lost</source>
        <translation>文件的部分内容无法读取，将会丢失</translation>
    </message>
    <message>
        <source>Repair the file, or save under another name.</source>
        <translation>请修复文件，或另存为其他名称。</translation>
    </message>
    <message>
        <source>the file was changed by somebody else since it was read</source>
        <translation>文件在读取后已被他人更改</translation>
    </message>
    <message>
        <source>Reload it, save under another name, or overwrite it (the other version is kept beside it).</source>
        <translation>请重新加载、另存为其他名称，或覆盖（另一版本会保留在旁边）。</translation>
    </message>
    <message>
        <source>there is a dashboard “%1” already</source>
        <translation>已有名为“%1”的仪表盘</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>The dashboard was not reverted</source>
        <translation>仪表盘未还原</translation>
    </message>
    <message>
        <source>there is no copy of your own</source>
        <translation>没有您自己的副本</translation>
    </message>
    <message>
        <source>the older copy cannot be replaced</source>
        <translation>无法替换旧副本</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
</context>
<context>
    <name>spillway::DashboardPage</name>
    <message>
        <source>There is no dashboard “%1”.</source>
        <translation>没有仪表盘“%1”。</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>新建面板</translation>
    </message>
    <message>
        <source>Saved as your own version of “%1”.</source>
        <translation>已保存为您自己的“%1”版本。</translation>
    </message>
    <message>
        <source>The file was changed meanwhile</source>
        <translation>文件在此期间已被更改</translation>
    </message>
    <message>
        <source>Save mine, keep the other as .orig</source>
        <translation>保存我的版本，另一版本保留为 .orig</translation>
    </message>
    <message>
        <source>Back to the shipped version; yours is kept beside it as .orig.</source>
        <translation>已恢复为自带版本；您的版本保留在旁边，后缀为 .orig。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Move, resize, add and change panels</source>
        <translation>移动、调整大小、添加和更改面板</translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation>添加面板</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>The workspace names no cluster in which a breaker could be forced</source>
        <translation>工作区没有指定可以强制熔断器的集群</translation>
    </message>
    <message>
        <source>Force a breaker…</source>
        <translation>强制熔断器…</translation>
    </message>
    <message>
        <source>Keep a breaker open or closed for a while</source>
        <translation>让熔断器在一段时间内保持打开或关闭</translation>
    </message>
    <message>
        <source>A breaker is forced on the page of its component</source>
        <translation>请在其组件的页面上强制断路器</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save as a new dashboard</source>
        <translation>另存为新的仪表盘</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>已保存为“%1”。</translation>
    </message>
</context>
<context>
    <name>spillway::DemoPanel</name>
    <message>
        <source>Starting the demo</source>
        <translation>正在启动演示</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Traffic × 3 for 10 minutes</source>
        <translation>流量 × 3，持续 10 分钟</translation>
    </message>
    <message>
        <source>Traffic × 10 for 5 minutes</source>
        <translation>流量 × 10，持续 5 分钟</translation>
    </message>
    <message>
        <source>LLM provider fails for 5 minutes</source>
        <translation>LLM 服务商故障 5 分钟</translation>
    </message>
    <message>
        <source>Tool %1 fails for 5 minutes</source>
        <translation>工具 %1 故障 5 分钟</translation>
    </message>
    <message>
        <source>Redis gets full</source>
        <translation>Redis 内存吃紧</translation>
    </message>
    <message>
        <source>Prometheus gets slow (8 s)</source>
        <translation>Prometheus 变慢（8 秒）</translation>
    </message>
    <message>
        <source>Prometheus goes away</source>
        <translation>Prometheus 下线</translation>
    </message>
    <message>
        <source>Prometheus comes back</source>
        <translation>Prometheus 恢复</translation>
    </message>
    <message>
        <source>All back to normal</source>
        <translation>全部恢复正常</translation>
    </message>
    <message>
        <source>Traffic × %1 for %2</source>
        <translation>流量 × %1，持续 %2</translation>
    </message>
    <message>
        <source>Traffic…</source>
        <translation>流量…</translation>
    </message>
</context>
<context>
    <name>spillway::DemoSession</name>
    <message>
        <source>%1 turns/s, spike x %2, %3 pods, %4 messages waiting, Prometheus %5</source>
        <translation>%1 轮次/秒，尖峰 x %2，%3 个 Pod，%4 条消息等待，Prometheus %5</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>is gone</source>
        <translation>已下线</translation>
    </message>
    <message>
        <source>Cannot write the workspace of the demo</source>
        <translation>无法写入演示的工作区</translation>
    </message>
    <message>
        <source>Kubernetes API %1
</source>
        <translation>Kubernetes API %1
</translation>
    </message>
    <message>
        <source>Prometheus %1
without proxy %2
exporter %3/metrics/&lt;job&gt;
</source>
        <translation>Prometheus %1
不经代理 %2
导出器 %3/metrics/&lt;job&gt;
</translation>
    </message>
    <message>
        <source>Type help for the commands.</source>
        <translation>输入 help 查看命令。</translation>
    </message>
</context>
<context>
    <name>spillway::EmptyReason</name>
    <message>
        <source>The expression names no metric and has no value.</source>
        <translation>该表达式没有指定指标，也没有值。</translation>
    </message>
    <message>
        <source>The query has no series.</source>
        <translation>该查询没有序列。</translation>
    </message>
    <message>
        <source>The metric has samples in this range, but the expression leaves none of them: a comparison filters all, labels of two sides differ, or a rate has too few samples.</source>
        <translation>该指标在此范围内有样本，但表达式将其全部排除：比较过滤了所有结果、两侧标签不同，或计算速率的样本太少。</translation>
    </message>
    <message>
        <source>%1 exists, but no series of it has all of these labels: %2.</source>
        <translation>%1 存在，但没有序列同时带有这些标签：%2。</translation>
    </message>
    <message>
        <source>%1 exists, but no series of it has the label %2.</source>
        <translation>%1 存在，但没有序列带有标签 %2。</translation>
    </message>
    <message>
        <source>%1 has samples now, but none in this time range.</source>
        <translation>%1 现在有样本，但在此时间范围内没有。</translation>
    </message>
    <message>
        <source>%1 has stopped: it has older samples, but none now.</source>
        <translation>%1 已停止：有较早的样本，但现在没有。</translation>
    </message>
    <message>
        <source>%1 is not scraped: the server has no sample of it in the last day.</source>
        <translation>%1 未被抓取：服务器最近一天没有它的样本。</translation>
    </message>
</context>
<context>
    <name>spillway::EventModel</name>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Told by %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Warning, told by %1</source>
        <translation>警告，由 %1 报告</translation>
    </message>
</context>
<context>
    <name>spillway::FindingModel</name>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>spillway::FirstRunPage</name>
    <message>
        <source>Welcome to Spillway</source>
        <translation>欢迎使用 Spillway</translation>
    </message>
    <message>
        <source>See where an LLM system on Kubernetes gets stuck, and what would help.</source>
        <translation>看清 Kubernetes 上的 LLM 系统卡在哪里，以及怎样才有帮助。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>A complete system with a week of history, simulated on this machine and measured by a real Prometheus. Nothing leaves this machine.</source>
        <translation>在本机模拟的完整系统，带有一周历史，由真实的 Prometheus 采集。数据不会离开本机。</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>启动演示</translation>
    </message>
    <message>
        <source>Connect to Prometheus</source>
        <translation>连接 Prometheus</translation>
    </message>
    <message>
        <source>Prometheus, Thanos, Mimir or VictoriaMetrics. Only reads.</source>
        <translation>支持 Prometheus、Thanos、Mimir 或 VictoriaMetrics，只读访问。</translation>
    </message>
    <message>
        <source>Address of Prometheus</source>
        <translation>Prometheus 地址</translation>
    </message>
    <message>
        <source>This is not an http or https address.</source>
        <translation>这不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation>更多设置…</translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation>打开工作区文件</translation>
    </message>
    <message>
        <source>A YAML file that a colleague gave you.</source>
        <translation>同事给您的 YAML 文件。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>spillway::GaugeBody</name>
    <message>
        <source>%1, scale %2 to %3</source>
        <translation>%1，刻度 %2 至 %3</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>spillway::HeatmapBody</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>no histogram</source>
        <translation>无直方图</translation>
    </message>
    <message>
        <source>count %1</source>
        <translation>计数 %1</translation>
    </message>
    <message>
        <source>most observations %1 at %2</source>
        <translation>最多观测数 %1，位于 %2</translation>
    </message>
</context>
<context>
    <name>spillway::HistoryFetch</name>
    <message>
        <source>%1 is not recorded.</source>
        <translation>没有记录 %1。</translation>
    </message>
    <message>
        <source>The backend&apos;s answers are not complete.</source>
        <translation>后端的应答不完整。</translation>
    </message>
    <message>
        <source>There is nothing to replay</source>
        <translation>没有可回放的内容</translation>
    </message>
    <message>
        <source>no requests of the components were recorded in that time</source>
        <translation>该时间段内没有记录这些组件的请求</translation>
    </message>
    <message>
        <source>Check the span of time and the jobs of the components in the workspace.</source>
        <translation>请检查时间范围以及工作区中各组件的 job。</translation>
    </message>
</context>
<context>
    <name>spillway::InterruptedPushBar</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>The push of “%1” begun at %2 was interrupted after %3 of %4 steps.</source>
        <translation>“%1”于 %2 开始的推送在 %4 步中的第 %3 步后中断。</translation>
    </message>
</context>
<context>
    <name>spillway::KubeCatalog</name>
    <message>
        <source>The cluster has not been asked yet</source>
        <translation>尚未询问集群</translation>
    </message>
</context>
<context>
    <name>spillway::KubeConnection</name>
    <message>
        <source>Nothing is written to %1</source>
        <translation>未向 %1 写入任何内容</translation>
    </message>
    <message>
        <source>there is no connection to it</source>
        <translation>没有与它的连接</translation>
    </message>
    <message>
        <source>Not shown: %1</source>
        <translation>未显示：%1</translation>
    </message>
    <message>
        <source>The cluster does not tell what it serves in %1: %2</source>
        <translation>集群未说明 %1 中提供的内容：%2</translation>
    </message>
    <message>
        <source>The cluster warns about %1: %2</source>
        <translation>集群对 %1 发出警告：%2</translation>
    </message>
</context>
<context>
    <name>spillway::KubeContextAccess</name>
    <message>
        <source>The cluster could not be asked</source>
        <translation>无法查询集群</translation>
    </message>
    <message>
        <source>the connection was given up</source>
        <translation>已放弃该连接</translation>
    </message>
    <message>
        <source>The context “%1” cannot be used</source>
        <translation>上下文“%1”无法使用</translation>
    </message>
    <message>
        <source>the client certificate of the user “%1” expired on %2</source>
        <translation>用户“%1”的客户端证书已于 %2 过期</translation>
    </message>
    <message>
        <source>Log in again with the tool that made it.</source>
        <translation>请用生成它的工具重新登录。</translation>
    </message>
</context>
<context>
    <name>spillway::MainWindow</name>
    <message>
        <source>There is no page “%1” here</source>
        <translation>这里没有页面“%1”</translation>
    </message>
    <message>
        <source>Spillway</source>
        <translation>Spillway</translation>
    </message>
    <message>
        <source>%1 · %2 · Spillway</source>
        <translation>%1 · %2 · Spillway</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open this link</source>
        <translation>打开此链接</translation>
    </message>
    <message>
        <source>There are unsaved edits</source>
        <translation>有未保存的编辑</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
</context>
<context>
    <name>spillway::ManifestValidator</name>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>a number or a text</source>
        <translation>数字或文本</translation>
    </message>
    <message>
        <source>%1 is expected here, not %2.</source>
        <translation>此处应为%1，而不是%2。</translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation>此字段为必填项。</translation>
    </message>
    <message>
        <source>There is no field of this name here.</source>
        <translation>此处没有这个名称的字段。</translation>
    </message>
    <message>
        <source>There is no field of this name here. Did you mean %1?</source>
        <translation>此处没有这个名称的字段。您是否想写 %1？</translation>
    </message>
    <message>
        <source>An item with %1 is already in this list.</source>
        <translation>此列表中已有 %1 的项。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity such as 500m, 1.5Gi or 100.</source>
        <translation>“%1”不是有效的数量，例如 500m、1.5Gi 或 100。</translation>
    </message>
    <message>
        <source>This is not Base64.</source>
        <translation>这不是 Base64。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time such as 2026-11-11T00:00:00Z.</source>
        <translation>“%1”不是有效的时间，例如 2026-11-11T00:00:00Z。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of: %2.</source>
        <translation>“%1”不在以下可选值中：%2。</translation>
    </message>
    <message>
        <source>%1 does not fit in %2 bits: the server would store another number.</source>
        <translation>%1 超出 %2 位整数的范围：服务器会存储另一个数字。</translation>
    </message>
</context>
<context>
    <name>spillway::MatrixBody</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more over a limit</source>
        <translation>
            <numerusform>另有 %n 项超出限值</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no value for %2</source>
        <translation>%1：没有%2的数值</translation>
    </message>
    <message>
        <source>Open the page of %1</source>
        <translation>打开 %1 的页面</translation>
    </message>
</context>
<context>
    <name>spillway::NavigationList</name>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>spillway::PanelEditor</name>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Compare with last week</source>
        <translation>与上周对比</translation>
    </message>
    <message>
        <source>Latest value only</source>
        <translation>仅最新值</translation>
    </message>
    <message>
        <source>Edit panel</source>
        <translation>编辑面板</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Single value</source>
        <translation>单值</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>仪表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>State timeline</source>
        <translation>状态时间线</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>堆叠面积</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>区间带</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Lower end of the axis</source>
        <translation>轴的下端</translation>
    </message>
    <message>
        <source>Upper end of the axis</source>
        <translation>轴的上端</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Largest series</source>
        <translation>最大的序列</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>PromQL</source>
        <translation>PromQL</translation>
    </message>
    <message>
        <source>Legend, such as {{job}}</source>
        <translation>图例，例如 {{job}}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
</context>
<context>
    <name>spillway::PanelMessage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>spillway::PanelTableModel</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <source>%1, last week</source>
        <translation>%1，上周</translation>
    </message>
    <message>
        <source>quantile</source>
        <translation>分位数</translation>
    </message>
</context>
<context>
    <name>spillway::PanelTitleBar</name>
    <message>
        <source>Notices</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>面板菜单</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>spillway::PanelWidget</name>
    <message>
        <source>%1 old</source>
        <translation>旧 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>View full screen</source>
        <translation>全屏查看</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Copy query</source>
        <translation>复制查询</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>保存为 SVG…</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>将数据保存为 CSV…</translation>
    </message>
    <message>
        <source>Edit panel…</source>
        <translation>编辑面板…</translation>
    </message>
    <message>
        <source>Remove panel</source>
        <translation>移除面板</translation>
    </message>
    <message>
        <source>Save panel</source>
        <translation>保存面板</translation>
    </message>
</context>
<context>
    <name>spillway::PlanModel</name>
    <message>
        <source>create %1</source>
        <comment>an object</comment>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>change %1</source>
        <comment>an object</comment>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <comment>an object</comment>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>give the bounds of %1 to the schedule</source>
        <translation>把 %1 的上下限交给日程</translation>
    </message>
    <message>
        <source>take the bounds of %1 from the schedule</source>
        <translation>从日程收回 %1 的上下限</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>已接管</translation>
    </message>
    <message>
        <source>in the name of %1</source>
        <comment>field manager</comment>
        <translation>以 %1 的名义</translation>
    </message>
    <message>
        <source>the object as a whole</source>
        <translation>整个对象</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1: the policy no longer says anything about it</source>
        <translation>%1：策略中已不再提及</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <comment>field and place in the policy</comment>
        <translation>%1，由于 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) as they should be</source>
        <translation>
            <numerusform>%n 个对象已符合要求</numerusform>
        </translation>
    </message>
    <message>
        <source>Object and field</source>
        <translation>对象与字段</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>value of a field</comment>
        <translation>现在</translation>
    </message>
    <message>
        <source>After the push</source>
        <translation>推送之后</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>of a field</comment>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Push</source>
        <comment>how far it is</comment>
        <translation>推送</translation>
    </message>
</context>
<context>
    <name>spillway::PlanTree</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Take the fields over from their owners</source>
        <translation>从所有者接管这些字段</translation>
    </message>
</context>
<context>
    <name>spillway::PlanView</name>
    <message>
        <source>The text has changed since: plan again.</source>
        <translation>文本此后有改动：请重新计划。</translation>
    </message>
    <message>
        <source>The cluster has changed since: plan again.</source>
        <translation>集群此后有变化：请重新计划。</translation>
    </message>
    <message>
        <source>It is older than ten minutes: plan again.</source>
        <translation>计划已超过十分钟：请重新计划。</translation>
    </message>
    <message>
        <source>The workspace names no cluster.</source>
        <translation>工作区没有指定集群。</translation>
    </message>
    <message>
        <source>Connecting to the cluster…</source>
        <translation>正在连接集群…</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>正在读取文本…</translation>
    </message>
    <message>
        <source>The text has problems. Correct them first.</source>
        <translation>文本有问题，请先改正。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>重新计划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Comparing the policy with the cluster…</source>
        <translation>正在比较策略与集群…</translation>
    </message>
    <message>
        <source>What a push would change</source>
        <translation>推送会改变什么</translation>
    </message>
    <message>
        <source>A plan reads the objects in the cluster, compares them with the policy field by field, and asks the server what it would say. Nothing is written.</source>
        <translation>计划会读取集群中的对象，与策略逐字段比较，并询问服务器将如何答复。不会写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>无需更改</translation>
    </message>
    <message>
        <source>The push: %1</source>
        <translation>推送：%1</translation>
    </message>
    <message>
        <source>The way back of the push: %1</source>
        <translation>推送的撤回：%1</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>身份 %1</translation>
    </message>
    <message>
        <source>no revision yet</source>
        <translation>尚无修订</translation>
    </message>
    <message>
        <source>revision %1 is live</source>
        <translation>当前为修订 %1</translation>
    </message>
    <message>
        <source>made at %1</source>
        <translation>生成于 %1</translation>
    </message>
    <message>
        <source>The plan is blocked: see the findings.</source>
        <translation>计划被阻止：请看发现。</translation>
    </message>
    <message>
        <source>The cluster is as the policy says.</source>
        <translation>集群与策略一致。</translation>
    </message>
    <message>
        <source>The plan is out of date.</source>
        <translation>计划已过时。</translation>
    </message>
    <message>
        <source>Edit the workspace…</source>
        <translation>编辑工作区…</translation>
    </message>
    <message>
        <source>Findings of the plan</source>
        <translation>计划的发现</translation>
    </message>
    <message>
        <source>Objects and fields that would change</source>
        <translation>将会改变的对象与字段</translation>
    </message>
    <message>
        <source>What was pushed since the plan was made is shown above.</source>
        <translation>计划制定之后推送的内容显示在上方。</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>What was pushed meanwhile</source>
        <translation>期间推送的内容</translation>
    </message>
</context>
<context>
    <name>spillway::PodModel</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>冷启动</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>From its creation until it had a node</source>
        <translation>从创建到分配节点</translation>
    </message>
    <message>
        <source>From there until its init containers were done</source>
        <translation>此后到 init 容器完成</translation>
    </message>
    <message>
        <source>From there until its containers ran; pulling the image is in it</source>
        <translation>此后到容器运行；含拉取镜像</translation>
    </message>
    <message>
        <source>From there until its readiness probe agreed</source>
        <translation>此后到就绪探针通过</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 秒</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Running, not ready</source>
        <translation>运行中，未就绪</translation>
    </message>
    <message>
        <source>From its creation until it was ready</source>
        <translation>从创建到就绪</translation>
    </message>
</context>
<context>
    <name>spillway::PolicyDocument</name>
    <message>
        <source>Cannot open the policy</source>
        <translation>无法打开策略</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>文件大于 %1 MiB</translation>
    </message>
    <message>
        <source>Is it a policy? Those have some hundred lines.</source>
        <translation>这是策略文件吗？策略一般只有几百行。</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Cannot save the policy</source>
        <translation>无法保存策略</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>请以其他名称保存。</translation>
    </message>
    <message>
        <source>it has no file yet</source>
        <translation>尚未对应文件</translation>
    </message>
    <message>
        <source>The policy was not saved</source>
        <translation>策略未保存</translation>
    </message>
    <message>
        <source>another program has changed the file</source>
        <translation>其他程序修改了该文件</translation>
    </message>
    <message>
        <source>Take the file&apos;s text, or keep yours and save again.</source>
        <translation>请采用文件中的文本，或保留您的文本后再次保存。</translation>
    </message>
</context>
<context>
    <name>spillway::PolicyEmptyView</name>
    <message>
        <source>No policy is open</source>
        <translation>没有打开的策略</translation>
    </message>
    <message>
        <source>A policy is one YAML file that says how the parts of a system are scaled: by what, between which bounds, and how the bounds change through the week and on days of a sale. Keep it in your repository. Here you see what it means, compare it with the cluster, push it, and take it back.</source>
        <translation>策略是一个 YAML 文件，说明系统各部分如何伸缩：依据什么、上下限是多少、上下限在一周内和大促日如何变化。请把它保存在您的代码仓库中。在这里可以查看其含义、与集群比较、推送以及撤回。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Start from the example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Go on with unsaved edits</source>
        <translation>继续未保存的编辑</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>spillway::PolicyFileBar</name>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Start from the example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Another program has changed the file. Your edits are here and were not saved.</source>
        <translation>其他程序修改了该文件。您的编辑仍在这里，尚未保存。</translation>
    </message>
    <message>
        <source>Another program has changed the file.</source>
        <translation>其他程序修改了该文件。</translation>
    </message>
    <message>
        <source>The file is gone. Save to write it again.</source>
        <translation>文件已不存在。保存即可重新写入。</translation>
    </message>
    <message>
        <source>Edits that were not saved last time are back.</source>
        <translation>上次未保存的编辑已恢复。</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>放弃这些编辑</translation>
    </message>
    <message>
        <source>Take the file&apos;s text</source>
        <translation>采用文件中的文本</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的文本</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a policy</source>
        <translation>打开策略</translation>
    </message>
    <message>
        <source>Go to the first one</source>
        <translation>转到第一个</translation>
    </message>
</context>
<context>
    <name>spillway::PolicyPage</name>
    <message>
        <source>Revision %1 is in the editor; Undo brings yours back</source>
        <translation>修订 %1 已放入编辑器；撤销可恢复您的文本</translation>
    </message>
    <message>
        <source>Open a policy</source>
        <translation>打开策略</translation>
    </message>
    <message>
        <source>Policies (*.yaml *.yml);;All files (*)</source>
        <translation>策略 (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>保存策略</translation>
    </message>
    <message>
        <source>Policies (*.yaml *.yml)</source>
        <translation>策略 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>The policy is not saved</source>
        <translation>策略尚未保存</translation>
    </message>
    <message>
        <source>“%1” has edits that are not saved.</source>
        <translation>“%1”有未保存的编辑。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Part of the policy</source>
        <translation>策略的组成部分</translation>
    </message>
    <message>
        <source>Component of the policy</source>
        <translation>策略中的组件</translation>
    </message>
    <message>
        <source>push %1</source>
        <comment>number of the revision</comment>
        <translation>推送 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Plan the changes</source>
        <translation>计划更改</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>There are unsaved edits</source>
        <translation>有未保存的编辑</translation>
    </message>
    <message>
        <source>Edits of a policy without a file were kept. The example would take their place. Go on with those edits instead?</source>
        <translation>保留着一份尚无文件的策略编辑内容，示例会将其替换。是否改为继续这些编辑？</translation>
    </message>
</context>
<context>
    <name>spillway::PolicyRollout</name>
    <message>
        <source>The push cannot be continued</source>
        <translation>无法继续推送</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>请等待其结束。</translation>
    </message>
    <message>
        <source>another one is being carried out</source>
        <translation>另一个推送正在进行</translation>
    </message>
    <message>
        <source>a plan is being made</source>
        <translation>正在制定计划</translation>
    </message>
    <message>
        <source>there is no cluster</source>
        <translation>没有集群</translation>
    </message>
</context>
<context>
    <name>spillway::PolicyTextView</name>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Text of the policy</source>
        <translation>策略文本</translation>
    </message>
    <message>
        <source>Problems and findings of the policy</source>
        <translation>策略的问题与发现</translation>
    </message>
</context>
<context>
    <name>spillway::PolicyTimelineView</name>
    <message>
        <source>The text has problems: this is what could be read of it</source>
        <translation>文本有问题：这里是能够读出的部分</translation>
    </message>
    <message>
        <source>No component is scaled</source>
        <translation>没有伸缩任何组件</translation>
    </message>
    <message>
        <source>Four weeks; drag to zoom, click to go to the text</source>
        <translation>四周；拖动可放大，单击可转到文本</translation>
    </message>
    <message>
        <source>Floor and cap</source>
        <translation>下限与上限</translation>
    </message>
    <message>
        <source>All four weeks</source>
        <translation>全部四周</translation>
    </message>
    <message>
        <source>Floor and cap of each component over the next four weeks</source>
        <translation>各组件未来四周的下限与上限</translation>
    </message>
</context>
<context>
    <name>spillway::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation>本机时区</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Time &amp;range at start</source>
        <translation>启动时的时间范围(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Second time zone</source>
        <translation>第二时区(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Wall mode: next page after</source>
        <translation>大屏模式换页间隔(&amp;W)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Open the last workspace at start</source>
        <translation>启动时打开上次的工作区(&amp;O)</translation>
    </message>
</context>
<context>
    <name>spillway::ProblemsDialog</name>
    <message>
        <source>Problems in files</source>
        <translation>文件中的问题</translation>
    </message>
    <message>
        <source>What could be understood is in use. Spillway does not change files with errors.</source>
        <translation>能读懂的部分已生效。Spillway 不会修改有错误的文件。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Why and what to do</source>
        <translation>原因与处理方法</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>All files are in order.</source>
        <translation>所有文件都正常。</translation>
    </message>
</context>
<context>
    <name>spillway::ProgressPage</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>spillway::Push</name>
    <message>
        <source>The push cannot be continued</source>
        <translation>无法继续推送</translation>
    </message>
    <message>
        <source>another was made since: %1</source>
        <translation>此后又有一次推送：%1</translation>
    </message>
    <message>
        <source>Plan again, or undo what was pushed.</source>
        <translation>请重新计划，或撤销已推送的内容。</translation>
    </message>
    <message>
        <source>The push was stopped</source>
        <translation>推送已停止</translation>
    </message>
    <message>
        <source>The plan was not pushed</source>
        <translation>计划未推送</translation>
    </message>
    <message>
        <source>somebody else was first</source>
        <translation>他人抢先了一步</translation>
    </message>
    <message>
        <source>Plan again. Nothing of this plan was written.</source>
        <translation>请重新计划。此计划没有写入任何内容。</translation>
    </message>
    <message>
        <source>somebody else was first: %1</source>
        <translation>他人抢先了一步：%1</translation>
    </message>
    <message>
        <source>The request is not the one that was shown</source>
        <translation>请求与展示过的不一致</translation>
    </message>
    <message>
        <source>Somebody else changed it right afterwards.</source>
        <translation>随后他人立即修改了它。</translation>
    </message>
    <message>
        <source>its revision %1 is gone</source>
        <translation>它的修订版本 %1 已不存在</translation>
    </message>
</context>
<context>
    <name>spillway::PushBar</name>
    <message>
        <source>Allow changes…</source>
        <translation>允许更改…</translation>
    </message>
    <message numerus="yes">
        <source>Undo, %n step(s)</source>
        <translation>
            <numerusform>撤销，%n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push, %n step(s)</source>
        <translation>
            <numerusform>推送，%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Push</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Needed here: it is kept with the revision</source>
        <translation>此处必填：随修订一起保存</translation>
    </message>
    <message>
        <source>Kept with the revision; may be empty</source>
        <translation>随修订一起保存；可以留空</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason of the push</source>
        <translation>推送的原因</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Shows the way back first; nothing is written yet</source>
        <translation>先显示撤回的内容；尚不写入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>After the step under way; the rest is not tried</source>
        <translation>在当前步骤之后停止；其余不再尝试</translation>
    </message>
    <message>
        <source>Replicas now</source>
        <translation>当前副本</translation>
    </message>
    <message>
        <source>Mark as undone</source>
        <translation>标记为已撤销</translation>
    </message>
</context>
<context>
    <name>spillway::PushClosing</name>
    <message>
        <source>Another push was made meanwhile</source>
        <translation>其间又有一次推送</translation>
    </message>
    <message>
        <source>Plan again to see what is so now.</source>
        <translation>请重新计划以查看当前状态。</translation>
    </message>
</context>
<context>
    <name>spillway::RefreshControl</name>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>Paused, data %1 old</source>
        <translation>已暂停，数据为 %1前</translation>
    </message>
    <message>
        <source>Updated just now</source>
        <translation>刚刚更新</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>%1前更新</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Refresh interval</source>
        <translation>刷新间隔</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead</source>
        <translation>服务器时钟快 %1</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind</source>
        <translation>服务器时钟慢 %1</translation>
    </message>
</context>
<context>
    <name>spillway::ReplicaStrip</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>no bounds</source>
        <translation>没有上下限</translation>
    </message>
    <message>
        <source>%1: %2 of %3 ready, %4</source>
        <translation>%1：%3 个中 %2 个就绪，%4</translation>
    </message>
    <message>
        <source>, was %1 of %2</source>
        <translation>，此前为 %2 个中 %1 个</translation>
    </message>
</context>
<context>
    <name>spillway::RevertWatch</name>
    <message>
        <source>It was seen last %1 after the push.</source>
        <translation>最后一次看到它是在推送后 %1。</translation>
    </message>
    <message>
        <source>It has not been seen since the push.</source>
        <translation>推送之后还没有看到过它。</translation>
    </message>
    <message>
        <source>Whether it stays cannot be seen now: %1</source>
        <translation>现在无法查看它是否被改回：%1</translation>
    </message>
    <message>
        <source>It is not known whether it stayed: %1</source>
        <translation>不知道它是否被改回：%1</translation>
    </message>
    <message>
        <source>It has stayed for %1.</source>
        <translation>%1 内未被改回。</translation>
    </message>
    <message>
        <source>For another %1 it is watched whether somebody puts it back.</source>
        <translation>还将观察 %1，看是否有人改回。</translation>
    </message>
</context>
<context>
    <name>spillway::RevisionModel</name>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>推送时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>推送者</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1，当前</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped half-way</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>(all of it)</source>
        <translation>（整个对象）</translation>
    </message>
</context>
<context>
    <name>spillway::RevisionsView</name>
    <message>
        <source>There is no cluster to ask.</source>
        <translation>没有可以询问的集群。</translation>
    </message>
    <message>
        <source>Reading the revisions…</source>
        <translation>正在读取修订…</translation>
    </message>
    <message>
        <source>Nothing was pushed of this policy yet.</source>
        <translation>该策略尚未推送过。</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>修订 %1</translation>
    </message>
    <message>
        <source>the editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>revision %1, live</source>
        <translation>修订 %1，当前</translation>
    </message>
    <message>
        <source>Put revision %1 into the editor</source>
        <translation>把修订 %1 放入编辑器</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What the push changed</source>
        <translation>该次推送改变的内容</translation>
    </message>
    <message>
        <source>To the text in the editor</source>
        <translation>与编辑器中的文本相比</translation>
    </message>
    <message>
        <source>To what is live</source>
        <translation>与当前版本相比</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Put it into the editor</source>
        <translation>放入编辑器</translation>
    </message>
    <message>
        <source>As an edit that can be undone; then plan and push it</source>
        <translation>作为可撤销的编辑；之后再计划并推送</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订</translation>
    </message>
</context>
<context>
    <name>spillway::SelectorBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No values</source>
        <translation>没有可选值</translation>
    </message>
    <message>
        <source>%1: all</source>
        <translation>%1：全部</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n chosen</source>
        <translation>
            <numerusform>%1：已选 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>spillway::StatBody</name>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::StateTimelineBody</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>spillway::StatusLine</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in files</source>
        <translation>
            <numerusform>文件中有 %n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n limit(s)</source>
        <translation>
            <numerusform>%1，有 %n 项限制</numerusform>
        </translation>
    </message>
    <message>
        <source>Server clock %1 ahead</source>
        <translation>服务器时钟快 %1</translation>
    </message>
    <message>
        <source>Server clock %1 behind</source>
        <translation>服务器时钟慢 %1</translation>
    </message>
    <message>
        <source>Data of just now</source>
        <translation>数据为刚刚</translation>
    </message>
    <message>
        <source>Data of %1 ago</source>
        <translation>数据为 %1前</translation>
    </message>
</context>
<context>
    <name>spillway::TableBody</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message numerus="yes">
        <source>table with %n row(s)</source>
        <translation>
            <numerusform>表格，共 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::TakeOverButton</name>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Fields that others own are set, and autoscalers in the way are deleted, for the objects chosen; an undo puts them back</source>
        <translation>对所选对象：设置他人拥有的字段，并删除挡路的伸缩器；撤销时会恢复</translation>
    </message>
</context>
<context>
    <name>spillway::ThresholdsEdit</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
</context>
<context>
    <name>spillway::TimeRangePicker</name>
    <message>
        <source>Time range, in %1</source>
        <translation>时间范围，时区 %1</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>时间范围：%1</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Wider range</source>
        <translation>扩大范围</translation>
    </message>
</context>
<context>
    <name>spillway::TimeRangePopup</name>
    <message>
        <source>%1
%2
%3</source>
        <translation>%1
%2
%3</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Follow now</source>
        <translation>跟随当前</translation>
    </message>
    <message>
        <source>Turn this into the fixed times shown above</source>
        <translation>改为上面显示的固定时间</translation>
    </message>
    <message>
        <source>The same length, up to now</source>
        <translation>相同时长，直到现在</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Quick ranges</source>
        <translation>常用范围</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>now-6h or 2026-11-22 09:00</source>
        <translation>now-6h 或 2026-11-22 09:00</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>spillway::TimeSeriesBody</name>
    <message>
        <source>%1 (last week)</source>
        <translation>%1（上周）</translation>
    </message>
    <message numerus="yes">
        <source>rest (%n series)</source>
        <translation>
            <numerusform>其余（%n 个序列）</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>上周</translation>
    </message>
</context>
<context>
    <name>spillway::TimeSeriesChart</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>%1 %2 at %3 %4</source>
        <extracomment>A sample read out loud: series, value, time, time zone.</extracomment>
        <translation>%1 为 %2，时间 %3 %4</translation>
    </message>
</context>
<context>
    <name>spillway::TimelineBand</name>
    <message numerus="yes">
        <source>%n replica(s)</source>
        <translation>
            <numerusform>%n 个副本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 replicas</source>
        <translation>%1 至 %2 个副本</translation>
    </message>
    <message>
        <source>the base: no window or event holds</source>
        <translation>基准：没有窗口或活动生效</translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation>由于 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>all the time shown</source>
        <translation>所显示的全部时间</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>clock %1 min</source>
        <translation>时钟 %1 分钟</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>base %1</source>
        <translation>基准 %1</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::TokenUseModel</name>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Price since</source>
        <translation>价格起始日期</translation>
    </message>
</context>
<context>
    <name>spillway::TopBar</name>
    <message>
        <source>%1 (has errors)</source>
        <translation>%1（有错误）</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>没有工作区</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>Switch the workspace</source>
        <translation>切换工作区</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>spillway::TrafficDialog</name>
    <message>
        <source>Traffic of the demo</source>
        <translation>演示的流量</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>For</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>spillway::Undo</name>
    <message>
        <source>There was a push after this one: %1</source>
        <translation>此次推送之后还有一次推送：%1</translation>
    </message>
    <message>
        <source>What it changed again is left alone. To have an earlier policy as a whole, roll back to it.</source>
        <translation>其再次更改的内容不予改动。若要整体恢复较早的策略，请回滚到它。</translation>
    </message>
    <message>
        <source>The push cannot be undone</source>
        <translation>无法撤销该推送</translation>
    </message>
    <message>
        <source>Revision %1 is not complete: somebody is pushing it now, or the push was killed</source>
        <translation>修订版本 %1 尚未完成：有人正在推送，或推送被强制终止</translation>
    </message>
    <message>
        <source>Ask who pushes: what is pushed after this plan is not undone.</source>
        <translation>请询问是谁在推送：此计划之后推送的内容不会被撤销。</translation>
    </message>
</context>
<context>
    <name>spillway::UnlockDialog</name>
    <message>
        <source>Allow changes</source>
        <translation>允许更改</translation>
    </message>
    <message>
        <source>%1 is protected. Type its name to allow changes for ten minutes. After that it is read-only again.</source>
        <translation>%1 受保护。输入其名称，即可在十分钟内允许更改。之后恢复只读。</translation>
    </message>
    <message>
        <source>Name of the context</source>
        <translation>上下文名称</translation>
    </message>
</context>
<context>
    <name>spillway::WallHeader</name>
    <message>
        <source>%1, next page in %2 s</source>
        <translation>%1，%2 秒后换页</translation>
    </message>
</context>
<context>
    <name>spillway::WorkloadModel</name>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Desired</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>由谁决定</translation>
    </message>
    <message>
        <source>Cold start p95</source>
        <translation>冷启动 p95</translation>
    </message>
    <message>
        <source>nobody: the default</source>
        <translation>无人设置：默认值</translation>
    </message>
    <message>
        <source>HPA %1, off at 0 replicas</source>
        <translation>HPA %1，副本为 0 时停用</translation>
    </message>
    <message>
        <source>HPA %1</source>
        <translation>HPA %1</translation>
    </message>
    <message>
        <source>KEDA %1, paused</source>
        <translation>KEDA %1，已暂停</translation>
    </message>
    <message>
        <source>KEDA %1</source>
        <translation>KEDA %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tool and what it manages</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>by hand: %1, %2 ago</source>
        <translation>手动：%1，%2前</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>手动：%1</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1，%2前</translation>
    </message>
    <message>
        <source>%1; also %2</source>
        <translation>%1；另有 %2</translation>
    </message>
    <message>
        <source>%1; %2 may put it back</source>
        <translation>%1；%2 可能会改回</translation>
    </message>
    <message>
        <source>It wants as many replicas as it may have: raise the bound, or find out why.</source>
        <translation>所需副本数已达上限：请提高上限，或查明原因。</translation>
    </message>
    <message>
        <source>Bounds written by %1, %2 ago</source>
        <translation>上下限由 %1 写入，%2前</translation>
    </message>
    <message>
        <source>Bounds written by %1</source>
        <translation>上下限由 %1 写入</translation>
    </message>
    <message numerus="yes">
        <source>From creation to ready: half of the pods within %1, 95 % within %2; %n pod(s)</source>
        <translation>
            <numerusform>从创建到就绪：一半的 Pod 在 %1 内，95 % 在 %2 内；共 %n 个 Pod</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>at 0 replicas</source>
        <translation>0 个副本</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1/%2 就绪</translation>
    </message>
</context>
<context>
    <name>spillway::WorkspaceEditor</name>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Workspace “%1”</source>
        <translation>工作区“%1”</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Watched system</source>
        <translation>被监视的系统</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address of Prometheus</source>
        <translation>Prometheus 地址(&amp;A)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>令牌文件</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation>登录方式(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation>密码或令牌(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Token file</source>
        <translation>令牌文件(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Certificate (PEM)</source>
        <translation>证书 (PEM)(&amp;C)</translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation>证书 (PEM)</translation>
    </message>
    <message>
        <source>&amp;Key (PEM)</source>
        <translation>密钥 (PEM)(&amp;K)</translation>
    </message>
    <message>
        <source>Key (PEM)</source>
        <translation>密钥 (PEM)</translation>
    </message>
    <message>
        <source>Certificate au&amp;thority</source>
        <translation>证书颁发机构(&amp;T)</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>代理(&amp;X)</translation>
    </message>
    <message>
        <source>From the environment; “none” for none</source>
        <translation>取自环境变量；填“none”表示不用</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>请求头(&amp;H)</translation>
    </message>
    <message>
        <source>Name&amp;spaces</source>
        <translation>命名空间(&amp;S)</translation>
    </message>
    <message>
        <source>All; several parted by commas</source>
        <translation>全部；多个用逗号分隔</translation>
    </message>
    <message>
        <source>&amp;Components</source>
        <translation>组件(&amp;C)</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>每行一个名称</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation>本机时区</translation>
    </message>
    <message>
        <source>&amp;Production: read-only until unlocked</source>
        <translation>生产环境：解锁前只读(&amp;P)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>请为工作区命名。</translation>
    </message>
    <message>
        <source>The address must start with http:// or https://.</source>
        <translation>地址必须以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Do not write the password into the address; choose “User and password”.</source>
        <translation>请勿在地址中写密码；请选择“用户名和密码”。</translation>
    </message>
    <message>
        <source>“%1” is not a header; write Name: value.</source>
        <translation>“%1”不是请求头；请写成 名称: 值。</translation>
    </message>
    <message>
        <source>Choose the token file.</source>
        <translation>请选择令牌文件。</translation>
    </message>
    <message>
        <source>Choose the certificate.</source>
        <translation>请选择证书。</translation>
    </message>
    <message>
        <source>“%1” is not a time zone; write Asia/Shanghai or UTC.</source>
        <translation>“%1”不是时区；请写成 Asia/Shanghai 或 UTC。</translation>
    </message>
    <message>
        <source>This workspace has no file. Saving makes a copy among your own workspaces.</source>
        <translation>此工作区没有文件。保存时会在您自己的工作区中创建副本。</translation>
    </message>
    <message>
        <source>Opened from %1. Saving makes a copy among your own workspaces and leaves that file as it is.</source>
        <translation>从 %1 打开。保存时会在您自己的工作区中创建副本，原文件保持不变。</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>默认位置</translation>
    </message>
    <message>
        <source>None: no cluster is shown</source>
        <translation>无：不显示集群</translation>
    </message>
    <message>
        <source>&amp;Kubeconfig file</source>
        <translation>Kubeconfig 文件(&amp;K)</translation>
    </message>
    <message>
        <source>Kubeconfig file</source>
        <translation>Kubeconfig 文件</translation>
    </message>
    <message>
        <source>Con&amp;text</source>
        <translation>上下文(&amp;T)</translation>
    </message>
    <message>
        <source>or se&amp;rvice in the cluster</source>
        <translation>或集群中的服务(&amp;R)</translation>
    </message>
    <message>
        <source>Give either an address or a service in the cluster.</source>
        <translation>地址与集群中的服务只能填写一个。</translation>
    </message>
    <message>
        <source>“%1” is not a service; write namespace/name:port.</source>
        <translation>“%1” 不是服务；请写成 命名空间/名称:端口。</translation>
    </message>
    <message>
        <source>Name the context of the cluster under Kubernetes.</source>
        <translation>请在 Kubernetes 页指定集群的上下文。</translation>
    </message>
</context>
<context>
    <name>spillway::WriteWindow</name>
    <message>
        <source>Nothing was written to %1</source>
        <translation>未向 %1 写入任何内容</translation>
    </message>
    <message>
        <source>Open the write window of the context first.</source>
        <translation>请先打开该上下文的写入窗口。</translation>
    </message>
    <message>
        <source>the write window is that of %1</source>
        <translation>该写入窗口属于 %1</translation>
    </message>
    <message>
        <source>the write window is closed</source>
        <translation>写入窗口已关闭</translation>
    </message>
    <message>
        <source>the write window has expired</source>
        <translation>写入窗口已过期</translation>
    </message>
    <message>
        <source>The write window of %1 stays closed</source>
        <translation>%1 的写入窗口保持关闭</translation>
    </message>
    <message>
        <source>the context is protected, and its name was not typed</source>
        <translation>该上下文受保护，且未输入其名称</translation>
    </message>
    <message>
        <source>Type the name of the context exactly.</source>
        <translation>请准确输入上下文的名称。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::CertificateAuthority</name>
    <message>
        <source>Cannot make a certificate</source>
        <translation>无法生成证书</translation>
    </message>
    <message>
        <source>OpenSSL refused</source>
        <translation>OpenSSL 拒绝了</translation>
    </message>
</context>
<context>
    <name>spillway::demo::ClusterSeed</name>
    <message>
        <source>Cannot fill the cluster of the demo</source>
        <translation>无法填充演示集群</translation>
    </message>
    <message>
        <source>The API server refused it.</source>
        <translation>API 服务器拒绝了它。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::ControlCommand</name>
    <message>
        <source>This command cannot be understood</source>
        <translation>无法识别该命令</translation>
    </message>
    <message>
        <source>Type help for the commands.</source>
        <translation>输入 help 查看命令。</translation>
    </message>
    <message>
        <source>At most 24h are allowed.</source>
        <translation>最多允许 24h。</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>应为：%1</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>没有这个命令。</translation>
    </message>
    <message>
        <source>spike FACTOR [DURATION]        traffic times FACTOR (10m)
outage llm [DURATION]          the LLM provider answers 500 (5m)
outage tool NAME [DURATION]    calls of that tool fail (5m)
redis-pressure on|off          the session store fills up
slow DURATION|off              Prometheus answers late
prometheus stop|start          Prometheus is gone, and back
calm                           ends all of these
status   help   quit</source>
        <translation>spike FACTOR [DURATION]        流量乘以 FACTOR (10m)
outage llm [DURATION]          LLM 服务商返回 500 (5m)
outage tool NAME [DURATION]    该工具的调用失败 (5m)
redis-pressure on|off          会话存储逐渐占满
slow DURATION|off              Prometheus 应答变慢
prometheus stop|start          Prometheus 下线与恢复
calm                           结束以上全部
status   help   quit</translation>
    </message>
</context>
<context>
    <name>spillway::demo::DemoWorkspace</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>spillway::demo::DemoWorld</name>
    <message>
        <source>Preparing %1 of history</source>
        <translation>正在准备 %1的历史</translation>
    </message>
    <message>
        <source>Preparing history</source>
        <translation>正在准备历史</translation>
    </message>
    <message>
        <source>Starting Prometheus</source>
        <translation>正在启动 Prometheus</translation>
    </message>
    <message>
        <source>Prometheus is back</source>
        <translation>Prometheus 已恢复</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Prometheus is ready at %1</source>
        <translation>Prometheus 已就绪：%1</translation>
    </message>
    <message>
        <source>Traffic x %1 for %2</source>
        <translation>流量 x %1，持续 %2</translation>
    </message>
    <message>
        <source>The LLM provider is down for %1</source>
        <translation>LLM 服务商中断 %1</translation>
    </message>
    <message>
        <source>There is no such tool</source>
        <translation>没有这个工具</translation>
    </message>
    <message>
        <source>The demo&apos;s tools are: %1</source>
        <translation>演示中的工具有：%1</translation>
    </message>
    <message>
        <source>The tool %1 fails for %2</source>
        <translation>工具 %1 故障 %2</translation>
    </message>
    <message>
        <source>Redis fills up</source>
        <translation>Redis 内存逐渐占满</translation>
    </message>
    <message>
        <source>Redis is relieved</source>
        <translation>Redis 压力已解除</translation>
    </message>
    <message>
        <source>Prometheus answers after %1</source>
        <translation>Prometheus 将在 %1后应答</translation>
    </message>
    <message>
        <source>Prometheus answers at once</source>
        <translation>Prometheus 立即应答</translation>
    </message>
    <message>
        <source>Prometheus is gone</source>
        <translation>Prometheus 已下线</translation>
    </message>
    <message>
        <source>Starting the cluster</source>
        <translation>正在启动集群</translation>
    </message>
    <message>
        <source>There is no cluster in this demo</source>
        <translation>此演示中没有集群</translation>
    </message>
</context>
<context>
    <name>spillway::demo::Exporter</name>
    <message>
        <source>Cannot start the exporter of the demo</source>
        <translation>无法启动演示的导出器</translation>
    </message>
</context>
<context>
    <name>spillway::demo::FaultSwitches</name>
    <message>
        <source>Cannot understand the fault</source>
        <translation>无法理解该故障</translation>
    </message>
    <message>
        <source>For example: latency 500ms verb=patch count=3</source>
        <translation>例如：latency 500ms verb=patch count=3</translation>
    </message>
    <message>
        <source>the kinds are %1</source>
        <translation>可用的种类有 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning here</source>
        <translation>“%1”在这里没有意义</translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryBuilder</name>
    <message>
        <source>Cannot make the demo&apos;s history</source>
        <translation>无法生成演示的历史</translation>
    </message>
    <message>
        <source>Install the package prometheus, and check the free space.</source>
        <translation>请安装软件包 prometheus，并检查剩余空间。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryCache</name>
    <message>
        <source>Cannot keep the demo&apos;s history</source>
        <translation>无法保留演示的历史</translation>
    </message>
    <message>
        <source>It cannot be moved there.</source>
        <translation>无法移动到该位置。</translation>
    </message>
    <message>
        <source>Its folder cannot be made.</source>
        <translation>无法创建其文件夹。</translation>
    </message>
    <message>
        <source>It cannot be copied there.</source>
        <translation>无法复制到该位置。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryWriter</name>
    <message>
        <source>Cannot write the demo&apos;s history</source>
        <translation>无法写入演示的历史</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::KedaOperator</name>
    <message>
        <source>The ScaledObject cannot be used</source>
        <translation>无法使用该 ScaledObject</translation>
    </message>
    <message>
        <source>A cron trigger needs start, end, timezone and desiredReplicas.</source>
        <translation>cron 触发器需要 start、end、timezone 和 desiredReplicas。</translation>
    </message>
    <message>
        <source>A trigger of a resource needs metricType Utilization and a value.</source>
        <translation>资源触发器需要 metricType Utilization 和一个值。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>The demo has no scaler %1.</source>
        <translation>演示环境没有 scaler %1。</translation>
    </message>
    <message>
        <source>The demo&apos;s operator has no formulas.</source>
        <translation>演示环境的 operator 不支持公式。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::KubeApiServer</name>
    <message>
        <source>Cannot start the API server of the demo</source>
        <translation>无法启动演示用的 API 服务器</translation>
    </message>
    <message>
        <source>no free port on 127.0.0.1</source>
        <translation>127.0.0.1 上没有空闲端口</translation>
    </message>
    <message>
        <source>OpenSSL did not take the certificate</source>
        <translation>OpenSSL 未接受该证书</translation>
    </message>
    <message>
        <source>Cannot write the kubeconfig of the demo</source>
        <translation>无法写入演示用的 kubeconfig</translation>
    </message>
</context>
<context>
    <name>spillway::demo::PrometheusServer</name>
    <message>
        <source>Cannot write the configuration of the demo&apos;s Prometheus</source>
        <translation>无法写入演示的 Prometheus 配置</translation>
    </message>
    <message>
        <source>The folder cannot be written.</source>
        <translation>文件夹不可写。</translation>
    </message>
    <message>
        <source>Check the permissions and the free space.</source>
        <translation>请检查权限和剩余空间。</translation>
    </message>
    <message>
        <source>The program prometheus is not installed.</source>
        <translation>未安装程序 prometheus。</translation>
    </message>
    <message>
        <source>It does not become ready.</source>
        <translation>它未能就绪。</translation>
    </message>
    <message>
        <source>It ended by itself.</source>
        <translation>它自行结束了。</translation>
    </message>
    <message>
        <source>Cannot run the demo&apos;s Prometheus</source>
        <translation>无法运行演示的 Prometheus</translation>
    </message>
    <message>
        <source>Install the package prometheus.</source>
        <translation>请安装软件包 prometheus。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::RunDirectory</name>
    <message>
        <source>Cannot make the demo&apos;s folder</source>
        <translation>无法创建演示的文件夹</translation>
    </message>
    <message>
        <source>Check the permissions and the free space.</source>
        <translation>请检查权限和剩余空间。</translation>
    </message>
    <message>
        <source>Its lock cannot be taken.</source>
        <translation>无法获取其锁。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::ServiceSettings</name>
    <message>
        <source>The settings are of another version of Spillway</source>
        <translation>这些设置属于另一个版本的 Spillway</translation>
    </message>
    <message>
        <source>their schema is %1, this program knows 1</source>
        <translation>其模式版本为 %1，本程序支持 1</translation>
    </message>
</context>
<context>
    <name>spillway::demo::SlowProxy</name>
    <message>
        <source>Cannot open the demo&apos;s Prometheus port</source>
        <translation>无法打开演示的 Prometheus 端口</translation>
    </message>
    <message>
        <source>Choose another port, or none for any free one.</source>
        <translation>请选择其他端口，或不指定端口以使用任意空闲端口。</translation>
    </message>
</context>
<context>
    <name>spillway::demo::WorldState</name>
    <message>
        <source>Cannot use the saved state of the demo</source>
        <translation>无法使用演示已保存的状态</translation>
    </message>
    <message>
        <source>It is damaged or of another version.</source>
        <translation>它已损坏或属于其他版本。</translation>
    </message>
</context>
</TS>
