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
        <translation>RAG worker</translation>
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
        <source>Token quota used</source>
        <translation>已用 token 配额</translation>
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
        <source>busiest</source>
        <translation>最忙</translation>
    </message>
    <message>
        <source>busiest model</source>
        <translation>最忙的模型</translation>
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
        <source>{{queue}} ready</source>
        <translation>{{queue}} 就绪</translation>
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
        <source>List prices of the provider. Models without a price are not here: the cost page names them.</source>
        <translation>提供商的目录价。没有价格的模型不在此列：成本页会列出它们。</translation>
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
        <source>the target is zero</source>
        <translation>目标值为零</translation>
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
    <name>Pipeline</name>
    <message>
        <source>there is no time to replay</source>
        <translation>没有可回放的时间</translation>
    </message>
    <message>
        <source>the growth must be a number from 0</source>
        <translation>增长必须是不小于 0 的数字</translation>
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
        <source>there is no such component</source>
        <translation>没有这个组件</translation>
    </message>
    <message>
        <source>the time is outside of the replay</source>
        <translation>该时间不在回放范围内</translation>
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
        <translation>RAG worker</translation>
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
</context>
<context>
    <name>spillway::DemoSession</name>
    <message>
        <source>Cannot write %1: %2
</source>
        <translation>无法写入 %1：%2
</translation>
    </message>
    <message>
        <source>Prometheus %1
without proxy %2
exporter %3/metrics/&lt;job&gt;
Type help for the commands.</source>
        <translation>Prometheus %1
不经代理 %2
导出器 %3/metrics/&lt;job&gt;
输入 help 查看命令。</translation>
    </message>
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
    <message numerus="yes">
        <source>%n notice(s) of the server</source>
        <translation>
            <numerusform>服务器有 %n 条提示</numerusform>
        </translation>
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
    <name>spillway::RefreshControl</name>
    <message>
        <source>Waiting for data</source>
        <translation>等待数据</translation>
    </message>
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
    <name>spillway::WallHeader</name>
    <message>
        <source>%1, next page in %2 s</source>
        <translation>%1，%2 秒后换页</translation>
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
</context>
<context>
    <name>spillway::demo::Exporter</name>
    <message>
        <source>Cannot start the exporter of the demo</source>
        <translation>无法启动演示的导出器</translation>
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
